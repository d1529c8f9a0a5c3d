import { listProjects, type ProjectSummary } from '@patchbay/shared/access';
import { useState, type KeyboardEvent } from 'react';

import { currentProject, problemIn, useEndpoint } from '#lib';

/** Fewer are seen at a glance; typing finds them all the same. */
const AT_A_GLANCE = 7;

/** The id of the row at a place in the list, for what points to it. */
export const rowId = (place: number): string => `project-row-${place}`;

/** What is found, which row is the chosen one, and the keys that walk and take it. */
export function useProjectPicker(actions: number) {
  const projects = useEndpoint(listProjects, {});
  const [query, setQuery] = useState('');
  const [at, setAt] = useState<number>();
  const items = projects.data?.items ?? [];
  const found = findProjects(items, query);
  const rows = found.length + actions;
  const chosen = Math.min(at ?? startOf(found), rows - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = keyTo(event.key, chosen, rows);
    if (event.key === 'Enter') document.getElementById(rowId(chosen))?.click();
    else if (next === undefined) return;
    else setAt(next);
    event.preventDefault();
  };
  return {
    found,
    chosen,
    query,
    problem: problemIn(projects),
    isPending: projects.isPending,
    again: projects.refetch,
    hasField: items.length > AT_A_GLANCE || query !== '',
    onKeyDown,
    search: (text: string): void => {
      setQuery(text);
      setAt(undefined);
    },
  };
}

export type ProjectPicking = ReturnType<typeof useProjectPicker>;

/** Those whose name holds every word, the ones that begin with what is typed first. */
export function findProjects(items: ProjectSummary[], query: string): ProjectSummary[] {
  const wanted = query.trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const begins = ({ name }: ProjectSummary): number =>
    name.toLowerCase().startsWith(wanted) ? 0 : 1;
  return items
    .filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
    .toSorted((a, b) => begins(a) - begins(b));
}

/** Unasked the list starts at the project one is in. */
function startOf(found: ProjectSummary[]): number {
  return Math.max(
    0,
    found.findIndex(({ id }) => id === currentProject),
  );
}

function keyTo(key: string, from: number, rows: number): number | undefined {
  if (key === 'ArrowDown') return (from + 1) % rows;
  if (key === 'ArrowUp') return (from - 1 + rows) % rows;
  if (key === 'PageDown' || key === 'PageUp')
    return Math.min(rows - 1, Math.max(0, from + (key === 'PageUp' ? -8 : 8)));
  return undefined;
}
