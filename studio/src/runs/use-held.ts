import { useState } from 'react';

interface Held<T> {
  shown: T[];
  /** How many came since and are not shown. */
  held: number;
  /** Shows them. */
  release: () => void;
}

/**
 * A list, newest first, that stands still while it is read: what comes meanwhile is held back and
 * counted. Ids grow with time.
 */
export function useHeld<T extends { id: string }>(items: T[], isReading: boolean): Held<T> {
  const newest = items[0]?.id;
  const [since, setSince] = useState(newest);
  const isLate = newest !== undefined && newest !== since;
  if (isLate && (!isReading || since === undefined)) setSince(newest);
  const held = isReading && since !== undefined ? items.findIndex(({ id }) => id <= since) : 0;
  const cut = Math.max(0, held);
  return { shown: items.slice(cut), held: cut, release: () => setSince(newest) };
}
