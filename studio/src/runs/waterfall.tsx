import type { FlowGraph } from '@patchbay/shared/flows';
import { hasEnded } from '@patchbay/shared/runs';
import type { RunView } from '@patchbay/shared/runs';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';

import { useVisibleRows } from '#lib';
import { EmptyState } from '#ui';

import { actOnKey } from './waterfall-keys.ts';
import { WaterfallLine, WaterfallScaleLine } from './waterfall-line.tsx';
import { waterfallRows, type Folding, type WaterfallRow } from './waterfall-rows.ts';
import { barOf, scaleOf } from './waterfall-scale.ts';
import { growTree, keysAround } from './waterfall-tree.ts';

const ROW = 28;

export interface WaterfallProps {
  graph: FlowGraph;
  view: RunView;
  /** Id of the chosen step. */
  selected?: string;
  onSelect: (step: string) => void;
}

/**
 * The steps of a run as bars over time, loops folded to one line when they are long. A click or the
 * arrow keys choose a line, right and left open and close it, as in any tree.
 */
export function Waterfall({ graph, view, selected, onSelect }: WaterfallProps) {
  const now = useNow(!hasEnded(view.status));
  const scale = useMemo(() => scaleOf(view, now), [view, now]);
  const { rows, at, choose, fold } = useLines({ graph, view, selected, onSelect });
  const { box, rows: inSight, height, show } = useVisibleRows(rows.length, ROW);
  const isTree = rows.some(({ isOpen }) => isOpen !== undefined);
  const here = rows[at]?.key;
  const placeNow = useEffectEvent(() => at);
  // Only when another line is chosen: lines that come above it must not scroll what one looks at.
  useEffect(() => {
    if (here !== undefined) show(placeNow());
  }, [here, show]);
  if (rows.length === 0) {
    return <EmptyState title="No step has begun yet">They appear here as they run.</EmptyState>;
  }
  return (
    <div className="@container flex h-full min-h-0 flex-col">
      <WaterfallScaleLine length={scale.length} />
      <div
        ref={box}
        role="tree"
        tabIndex={0}
        aria-label="Steps of the run"
        aria-activedescendant={here && idOf(here)}
        onKeyDown={(event) => actOnKey(event, { rows, at, choose, fold })}
        className="min-h-0 flex-1 overflow-auto"
      >
        <div role="none" className="relative" style={{ height }}>
          {inSight.map(({ index, top }) => {
            const row = rows[index];
            return (
              row && (
                <WaterfallLine
                  key={row.key}
                  id={idOf(row.key)}
                  row={row}
                  bar={barOf(row, scale)}
                  style={{ top, height: ROW }}
                  selected={index === at}
                  isTree={isTree}
                  onChoose={choose}
                  onFold={fold}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

const idOf = (key: string): string => `step-${key}`;

/** The lines that are open now, and which of them is chosen: a folded one stands for all in it. */
function useLines({ graph, view, selected, onSelect }: WaterfallProps) {
  const [folding, setFolding] = useState<Folding>(new Map());
  const [chosen, setChosen] = useState<string>();
  const tree = useMemo(() => growTree(view), [view]);
  const rows = useMemo(() => waterfallRows(tree, graph, folding), [tree, graph, folding]);
  const places = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);
  const around = selected === undefined ? [] : keysAround(selected);
  const isChosen = chosen !== undefined && rows[places.get(chosen) ?? -1]?.shows === selected;
  const key = isChosen ? chosen : around.find((one) => places.has(one));
  const choose = (row: WaterfallRow): void => {
    setChosen(row.key);
    onSelect(row.shows);
  };
  const fold = (row: WaterfallRow, isOpen: boolean): void =>
    setFolding((before) => new Map(before).set(row.key, isOpen));
  return { rows, at: key === undefined ? -1 : (places.get(key) ?? -1), choose, fold };
}

/** The time now, four times a second, while `moving`. */
function useNow(moving: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [moving]);
  return now;
}
