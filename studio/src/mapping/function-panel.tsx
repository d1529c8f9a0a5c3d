import type { FunctionEntry, KeptFunction } from '@patchbay/shared/mapping';
import { Pencil, Plus, Search, X } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';

import { useMay } from '#access';
import { allFunctions, callOf, resultOf } from '#form';
import { useProjectFunctions } from '#lib';
import { EmptyState, IconButton, Input } from '#ui';

import { FunctionDialog } from './function-dialog.tsx';

interface FunctionPanelProps {
  /** Says what choosing one does: "write it into the code". */
  verb: string;
  onChoose: (entry: FunctionEntry) => void;
  onClose: () => void;
}

/** Every function an expression can call, to be found by what it does. */
export function FunctionPanel({ verb, onChoose, onClose }: FunctionPanelProps) {
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed);
  const own = useProjectFunctions();
  const [edited, setEdited] = useState<{ known: KeptFunction | undefined }>();
  const groups = useMemo(
    () => groupsOf(allFunctions(own).filter((one) => fits(one, query))),
    [own, query],
  );
  const edit = (name: string): void => setEdited({ known: own.find((one) => one.name === name) });
  return (
    <section
      aria-label="Functions"
      className="flex min-h-0 flex-1 flex-col border-b border-l border-line bg-panel"
    >
      <header className="flex h-10 shrink-0 items-center gap-2 border-b border-line pr-1 pl-3">
        <h3 className="font-medium text-ink-2">Functions</h3>
        <span className="min-w-0 flex-1">
          <Input
            size="sm"
            icon={<Search />}
            aria-label="Search in functions"
            placeholder="date, hash, round…"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </span>
        <NewFunction onClick={() => setEdited({ known: undefined })} />
        <IconButton label="Close the functions" onClick={onClose}>
          <X />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-auto px-1 pb-2">
        {groups.length === 0 && <EmptyState title="No function is like that" />}
        {groups.map(([group, entries]) => (
          <section key={group} aria-label={`Functions for ${group}`}>
            <h4 className="sticky top-0 bg-panel px-2 pt-2 pb-1 text-sm font-medium text-ink-3 first-letter:uppercase">
              {group}
            </h4>
            <ul>
              {entries.map((entry) => (
                <FunctionLine
                  key={entry.name}
                  entry={entry}
                  verb={verb}
                  onChoose={onChoose}
                  onEdit={edit}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {edited && <FunctionDialog {...edited} onClose={() => setEdited(undefined)} />}
    </section>
  );
}

function NewFunction({ onClick }: { onClick: () => void }) {
  if (!useMay('flow.edit')) return null;
  return (
    <IconButton label="New function" onClick={onClick}>
      <Plus />
    </IconButton>
  );
}

interface FunctionLineProps {
  entry: FunctionEntry;
  verb: string;
  onChoose: (entry: FunctionEntry) => void;
  onEdit: (name: string) => void;
}

function FunctionLine({ entry, verb, onChoose, onEdit }: FunctionLineProps) {
  const { name, signature, summary, examples, origin } = entry;
  const mayEdit = useMay('flow.edit');
  const checked = signature && ` As JSONata checks it: ${signature}`;
  return (
    <li className="rounded-md px-2 py-1.5 hover:bg-hover">
      <button
        type="button"
        aria-label={`$${name}: ${verb}`}
        title={`Click to ${verb}.${checked}`}
        onClick={() => onChoose(entry)}
        className="text-left font-mono text-sm break-words text-accent hover:underline"
      >
        {callOf(entry)}
      </button>
      {origin === 'project' && mayEdit && (
        <span className="float-right">
          <IconButton label={`Edit $${name}`} size="sm" onClick={() => onEdit(name)}>
            <Pencil />
          </IconButton>
        </span>
      )}
      <p className="text-sm text-ink-2">{summary}</p>
      {examples.map((example) => (
        <p key={example.expression} className="font-mono text-xs break-words text-ink-3">
          {example.expression} <span aria-hidden>→</span>{' '}
          <span className="text-ok">{resultOf(example)}</span>
        </p>
      ))}
    </li>
  );
}

function fits({ name, group, summary }: FunctionEntry, query: string): boolean {
  const text = `$${name} ${group} ${summary}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function groupsOf(entries: readonly FunctionEntry[]): [string, FunctionEntry[]][] {
  return [...Map.groupBy(entries, ({ group }) => group)];
}
