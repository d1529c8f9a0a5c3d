import type { ShapeChange } from '@patchbay/shared/mapping';

const KINDS = ['missing', 'changed', 'new'] as const;

/** "Its payloads differ from the usual: 1 missing, 2 new". */
export function driftWords(changes: readonly ShapeChange[]): string {
  const counts = KINDS.map(
    (kind) => [kind, changes.filter(({ change }) => change === kind).length] as const,
  );
  const parts = counts.filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kind}`);
  return `What it gives differs from the usual: ${parts.join(', ')}`;
}

/** "was a number, is a text". */
export function changeWords({ change, was, is }: ShapeChange): string {
  if (change === 'new') return `new: ${is}`;
  return change === 'missing' ? `missing: was ${was}` : `was ${was}, is ${is}`;
}
