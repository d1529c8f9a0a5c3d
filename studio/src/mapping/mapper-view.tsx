import { useMemo } from 'react';

import { MapperLinks } from './mapper-links.tsx';
import { SourcePane } from './source-pane.tsx';
import { pathKey } from './source-path.ts';
import type { SourceNode } from './source-tree.ts';
import { TargetPane, type TargetTreeRow } from './target-pane.tsx';
import type { TargetNode } from './target-tree.ts';
import { useDrawing } from './use-drawing.ts';
import { linksOf, useSourceSide, useTargetSide } from './use-mapper.ts';
import type { Mapping } from './use-mapping.ts';

/** Source and target as trees, what comes from where as lines between them. */
export function MapperView({ mapping }: { mapping: Mapping }) {
  const left = useSourceSide(mapping.roots);
  const right = useTargetSide(mapping.target);
  const links = useMemo(() => linksOf(left.rows, right.rows), [left.rows, right.rows]);
  const drawing = useDrawing({
    connect: (source, to) => {
      right.onActive(pathKey(to.path));
      mapping.connect(source, to);
    },
    targetAt: (key) => right.rows.find((row) => row.key === key)?.node,
  });
  const { picked, line } = drawing;
  const take = (node: SourceNode): void => {
    if (mapping.isReadOnly) return;
    drawing.pick(node);
    right.element?.focus();
  };
  const drop = (node: TargetNode): void => {
    if (!picked) return;
    drawing.drop(node);
    left.element?.focus();
  };
  const cancel = (): void => {
    drawing.cancel();
    left.element?.focus();
  };
  const from = line ? left.rows.findIndex(({ key }) => key === pathKey(line.node.path)) : -1;
  return (
    <div className="relative grid h-full min-h-0 grid-cols-[minmax(220px,1fr)_104px_minmax(300px,1.3fr)]">
      <SourcePane
        side={left}
        picked={picked}
        onTake={take}
        onEscape={picked ? cancel : undefined}
        onDragStart={mapping.isReadOnly ? undefined : drawing.start}
        mapping={mapping}
      />
      <div className="relative bg-canvas">
        <MapperLinks
          links={links}
          source={left.element}
          target={right.element}
          lit={({ key, to }) => isLit(key, right.rows[to], mapping, right.active)}
          drawn={line && from >= 0 ? { from, x: line.x, y: line.y } : undefined}
        />
      </div>
      <TargetPane
        side={right}
        picked={picked}
        over={line?.over}
        onDrop={drop}
        onEscape={picked ? cancel : undefined}
        mapping={mapping}
      />
      <PickedWords picked={picked} />
    </div>
  );
}

function PickedWords({ picked }: { picked: SourceNode | undefined }) {
  const words = `${picked?.title} is picked up. Choose a field on the right and press Enter, or Escape to let go.`;
  return (
    <p
      aria-live="polite"
      className={
        picked
          ? 'pointer-events-none absolute bottom-3 left-3 z-10 max-w-72 rounded-md border border-line bg-raised px-3 py-1.5 text-sm text-ink shadow-pop'
          : 'sr-only'
      }
    >
      {picked ? words : ''}
    </p>
  );
}

function isLit(
  key: string,
  row: TargetTreeRow | undefined,
  { pointed }: Mapping,
  active: string | undefined,
): boolean {
  if (pointed) return key.startsWith(`${pathKey(pointed.path)} `);
  return row !== undefined && row.key === active;
}
