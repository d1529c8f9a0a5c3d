import type { ProjectSummary } from '@patchbay/shared/access';
import { Check, CircleX } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';

import { count, currentProject, projectHref } from '#lib';
import { cx, MonogramTile } from '#ui';

import { openProject } from './projects.ts';

const ROW = 'flex w-full items-center gap-2.5 rounded-md px-2 text-left outline-none select-none';

interface RowProps {
  id: string;
  chosen: boolean;
}

/** Keeps the row the keys have come to in sight. */
const showChosen =
  (chosen: boolean) =>
  (row: HTMLElement | null): void => {
    if (chosen) row?.scrollIntoView({ block: 'nearest' });
  };

interface ProjectRowProps extends RowProps {
  project: ProjectSummary;
  onClose: () => void;
}

/** A project as a place to go to: a link, so that it opens in a tab of its own as well. */
export function ProjectRow({ id, project, chosen, onClose }: ProjectRowProps) {
  const isHere = project.id === currentProject;
  const go = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onClose();
    if (!isHere) openProject(project.id);
  };
  return (
    <a
      id={id}
      role="option"
      aria-selected={chosen}
      aria-current={isHere || undefined}
      tabIndex={-1}
      href={projectHref(project.id, '/flows')}
      ref={showChosen(chosen)}
      onClick={go}
      className={cx(ROW, 'py-1.5', chosen ? 'bg-accent-soft' : 'hover:bg-hover')}
    >
      <MonogramTile id={project.id} name={project.name} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{project.name}</span>
        <Counts project={project} />
      </span>
      {isHere && (
        <>
          <Check aria-hidden className="size-4 shrink-0 text-accent" />
          <span className="sr-only">, this one</span>
        </>
      )}
    </a>
  );
}

function Counts({ project: { flows, failing } }: { project: ProjectSummary }) {
  return (
    <span className="flex items-center gap-1 text-sm text-ink-3">
      {flows === 0 ? 'No flows yet' : count(flows, 'flow')}
      {failing > 0 && (
        <>
          <span aria-hidden>·</span>
          <CircleX aria-hidden className="size-3.5 text-fail" />
          <span className="text-fail">{failing} failing</span>
        </>
      )}
    </span>
  );
}

interface ActionRowProps extends RowProps {
  icon: ReactNode;
  onPick: () => void;
  children: ReactNode;
}

/** Something else that can be done from the list. */
export function ActionRow({ id, icon, chosen, onPick, children }: ActionRowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      ref={showChosen(chosen)}
      onClick={onPick}
      className={cx(
        ROW,
        'h-8 text-ink-2 [&_svg]:mx-1.5 [&_svg]:size-4 [&_svg]:text-ink-3',
        chosen ? 'bg-accent-soft' : 'hover:bg-hover',
      )}
    >
      {icon}
      <span className="min-w-0 truncate">{children}</span>
    </div>
  );
}
