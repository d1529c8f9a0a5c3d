import { hasEnded, type RunSummary } from '@patchbay/shared/runs';
import { useState } from 'react';

import { useMay } from '#access';

import { rangeOf } from './runs-range.ts';

/** So many go in one replay; the server takes no more. */
export const MOST = 200;

/** The runs somebody has ticked, and what can be done with them. */
export interface RunSelection {
  /** Whether there is anything that this person may do with them. */
  may: boolean;
  taken: RunSummary[];
  /** Those that have ended: they can run again. */
  ended: RunSummary[];
  /** Those that still go: they can be cancelled. */
  going: RunSummary[];
  has: (id: string) => boolean;
  /** Ticks one or lets it go; with Shift all from the one before to it, as they stand in `shown`. */
  turn: (id: string, isRange: boolean, shown: RunSummary[]) => void;
  /** Takes these, as many as may go at once. */
  take: (runs: RunSummary[]) => void;
  clear: () => void;
}

interface Ticked {
  scope: string;
  ids: ReadonlySet<string>;
  /** The row that was ticked last: a range begins there. */
  last?: string;
}

/**
 * What is ticked of `items`; a run that is gone from the list is no longer taken, and another
 * `scope`, such as other filters, begins with nothing.
 */
export function useRunSelection(items: RunSummary[], scope: string): RunSelection {
  const [ticked, setTicked] = useState<Ticked>({ scope, ids: new Set() });
  const { ids, last } = ticked.scope === scope ? ticked : { ids: new Set<string>() };
  const mayStart = useMay('run.start');
  const mayControl = useMay('run.control');
  const taken = items.filter(({ id }) => ids.has(id));
  return {
    may: mayStart || mayControl,
    taken,
    ended: taken.filter(({ status }) => hasEnded(status)),
    going: taken.filter(({ status }) => !hasEnded(status)),
    has: (id) => ids.has(id),
    turn: (id, isRange, shown) => {
      const some = new Set(isRange ? rangeOf(shown, last, id) : [id]);
      const next = ids.has(id) ? [...ids].filter((one) => !some.has(one)) : [...ids, ...some];
      setTicked({ scope, ids: new Set(next), last: id });
    },
    take: (runs) => setTicked({ scope, ids: new Set(runs.slice(0, MOST).map(({ id }) => id)) }),
    clear: () => setTicked({ scope, ids: new Set() }),
  };
}
