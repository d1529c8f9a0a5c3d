import { useNavigate } from '@tanstack/react-router';
import { Plus, Search, Settings2 } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';

import { cx, Loading, ProblemNote } from '#ui';

import { useMay } from './me.ts';
import { ActionRow, ProjectRow } from './project-rows.tsx';
import { askNewProject } from './projects.ts';
import { rowId, useProjectPicker, type ProjectPicking } from './use-project-picker.ts';

interface ProjectPickerProps {
  field: RefObject<HTMLInputElement | null>;
  onClose: () => void;
}

/** The projects, found by walking or typing, then the ways to a new one and to all of them. */
export function ProjectPicker({ field, onClose }: ProjectPickerProps) {
  const actions = useActions();
  const picking = useProjectPicker(actions.length);
  const { found, chosen, query, problem } = picking;
  const unknown = found.length === 0 ? query.trim() : '';
  return (
    <>
      <PickerField field={field} picking={picking} />
      {picking.isPending && <Loading what="projects" />}
      {problem && <ProblemNote problem={problem} onAgain={picking.again} className="m-1" />}
      {unknown !== '' && (
        <p role="status" className="px-3 py-2 break-words text-ink-3">
          No project is called “{unknown}”.
        </p>
      )}
      <div
        id="projects"
        role="listbox"
        aria-label="Projects"
        className="min-h-0 scroll-pt-1 scroll-pb-20 overflow-y-auto"
      >
        <div role="group" aria-label="Switch to" className="p-1 empty:hidden">
          {found.map((project, i) => (
            <ProjectRow
              key={project.id}
              id={rowId(i)}
              project={project}
              chosen={i === chosen}
              onClose={onClose}
            />
          ))}
        </div>
        <div
          role="group"
          aria-label="More"
          className="sticky bottom-0 border-t border-line bg-raised p-1"
        >
          {actions.map(({ name, icon, run }, i) => (
            <ActionRow
              key={name('')}
              id={rowId(found.length + i)}
              icon={icon}
              chosen={found.length + i === chosen}
              onPick={() => {
                onClose();
                run(unknown);
              }}
            >
              {name(unknown)}
            </ActionRow>
          ))}
        </div>
      </div>
    </>
  );
}

/** Keeps the keyboard while the list is open; seen once there is much to search, or one types. */
function PickerField({
  field,
  picking,
}: {
  field: ProjectPickerProps['field'];
  picking: ProjectPicking;
}) {
  return (
    <div
      className={cx(
        'flex shrink-0 items-center gap-2 border-b border-line px-3',
        !picking.hasField && 'sr-only',
      )}
    >
      <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
      <input
        ref={field}
        role="combobox"
        aria-expanded
        aria-controls="projects"
        aria-activedescendant={rowId(picking.chosen)}
        aria-label="Find a project"
        placeholder="Find a project…"
        autoComplete="off"
        value={picking.query}
        onChange={(event) => picking.search(event.target.value)}
        onKeyDown={picking.onKeyDown}
        className="h-10 w-full min-w-0 bg-transparent outline-none"
      />
    </div>
  );
}

/** Something to do beside switching; it gets what was typed and is no project's name. */
interface PickerAction {
  name: (unknown: string) => string;
  icon: ReactNode;
  run: (unknown: string) => void;
}

function useActions(): PickerAction[] {
  const navigate = useNavigate();
  const mayMake = useMay('settings.edit');
  const manage: PickerAction = {
    name: () => 'Manage projects',
    icon: <Settings2 aria-hidden />,
    run: () => void navigate({ to: '/settings' }),
  };
  if (!mayMake) return [manage];
  const make: PickerAction = {
    name: (unknown) => (unknown === '' ? 'New project…' : `New project “${unknown}”…`),
    icon: <Plus aria-hidden />,
    run: askNewProject,
  };
  return [make, manage];
}
