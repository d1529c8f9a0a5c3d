import type { AuditEntry } from '@patchbay/shared/audit';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';

import { useMe, useProjects } from '#access';
import { Button, Combobox, Select } from '#ui';

import { actionChoices } from './action-words.ts';

const ACTIONS = [
  { value: '', label: 'Every action' },
  ...actionChoices().map(({ action, words }) => ({ value: action, label: words, hint: action })),
];

/**
 * What the log is narrowed to. An action is chosen here; a person and a thing by a click on them in
 * an entry.
 */
export function AuditFilters({ items }: { items: AuditEntry[] }) {
  const search = useSearch({ from: '/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const narrow = (change: Partial<typeof search>): void =>
    void navigate({ search: { ...search, ...change } });
  const { actor, subject, action = '' } = search;
  const [first] = items;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <div className="w-72">
        <Combobox
          aria-label="Action"
          choices={ACTIONS}
          value={action}
          onChange={(value) => narrow({ action: value || undefined })}
        />
      </div>
      <ProjectFilter value={search.project} onChange={(project) => narrow({ project })} />
      {actor !== undefined && (
        <Narrowed
          words={`By ${first?.actorName ?? actor}`}
          onClear={() => narrow({ actor: undefined })}
        />
      )}
      {subject !== undefined && (
        <Narrowed
          words={`About ${first?.name ?? subject}`}
          onClear={() => narrow({ subject: undefined })}
        />
      )}
    </div>
  );
}

interface ProjectFilterProps {
  value: string | undefined;
  onChange: (project: string | undefined) => void;
}

/** Owners see what was done in every project; who is admin of one sees that one alone. */
function ProjectFilter({ value = '', onChange }: ProjectFilterProps) {
  const isOwner = useMe()?.role === 'owner';
  const projects = useProjects(isOwner);
  if (projects.length < 2) return null;
  const every = { value: '', label: 'Every project' };
  return (
    <div className="w-52">
      <Select
        aria-label="Project"
        choices={[every, ...projects.map(({ id, name }) => ({ value: id, label: name }))]}
        value={value}
        onChange={(id) => onChange(id || undefined)}
      />
    </div>
  );
}

function Narrowed({ words, onClear }: { words: string; onClear: () => void }) {
  const short = words.slice(0, 100);
  return (
    <Button size="sm" aria-label={`${short}: show all again`} onClick={onClear}>
      {short}
      <X aria-hidden />
    </Button>
  );
}
