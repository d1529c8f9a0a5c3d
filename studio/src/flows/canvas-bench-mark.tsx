import { useAtomValue } from 'jotai';
import { CircleDot, History, Pin } from 'lucide-react';

import { nodePinAtom, nodeStaleAtom, nodeStopAtom } from './workbench.atoms.ts';

/** What of a step departs from production: a pinned output, a breakpoint, a result that is stale. */
export function CanvasBenchMark({ id }: { id: string }) {
  const pin = useAtomValue(nodePinAtom(id));
  const stops = useAtomValue(nodeStopAtom(id));
  const stale = useAtomValue(nodeStaleAtom(id));
  if (!pin && !stops && !stale) return null;
  return (
    <span className="pb-bench">
      {stops && (
        <span title="Test runs stop before this step" className="text-fail">
          <CircleDot aria-hidden className="size-3.5" />
          <span className="sr-only">Breakpoint</span>
        </span>
      )}
      {pin && (
        <span title="Test runs take its pinned output" className="text-accent">
          <Pin aria-hidden className="size-3.5" />
          <span>Pinned</span>
        </span>
      )}
      {stale && (
        <span title={stale} className="text-wait">
          <History aria-hidden className="size-3.5" />
          <span>Stale</span>
        </span>
      )}
    </span>
  );
}
