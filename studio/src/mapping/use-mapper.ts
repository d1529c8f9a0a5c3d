import { useMemo, useState } from 'react';

import type { Link } from './mapper-links.tsx';
import type { SourceTreeRow } from './source-pane.tsx';
import { pathKey, type SourcePath } from './source-path.ts';
import { sourceRows, type SourceRoot } from './source-tree.ts';
import type { TargetTreeRow } from './target-pane.tsx';
import { isPlain, rowReads, targetRows, type Target } from './target-tree.ts';
import { useFolding, type Folding } from './use-folding.ts';

/** One of the two trees: its rows, how they are folded, where the keyboard is. */
export interface MapperSide<R> {
  rows: R[];
  folding: Folding;
  active: string | undefined;
  onActive: (key: string) => void;
  /** The element that scrolls, once it is there. */
  element: HTMLElement | null;
  box: (element: HTMLElement | null) => void;
}

export function useSourceSide(roots: readonly SourceRoot[]): MapperSide<SourceTreeRow> {
  const folding = useFolding();
  const { toggled, query } = folding;
  const rows = useMemo(() => {
    const all = sourceRows(roots, toggled, query);
    return all.map((row) => ({ ...row, key: pathKey(row.node.path) }));
  }, [roots, toggled, query]);
  return useSide(rows, folding);
}

export function useTargetSide(target: Target): MapperSide<TargetTreeRow> {
  const folding = useFolding();
  const { toggled, query } = folding;
  const rows = useMemo(
    () =>
      targetRows(target, toggled, query).map((row) => ({
        ...row,
        key: pathKey(row.node.path),
        reads: rowReads(target, row),
        isPlain: isPlain(row.node),
      })),
    [target, toggled, query],
  );
  return useSide(rows, folding);
}

function useSide<R>(rows: R[], folding: Folding): MapperSide<R> {
  const [active, onActive] = useState<string>();
  const [element, box] = useState<HTMLElement | null>(null);
  return { rows, folding, active, onActive, element, box };
}

/** The lines between the rows; those from rows folded away begin at the nearest above that is shown. */
export function linksOf(left: readonly SourceTreeRow[], right: readonly TargetTreeRow[]): Link[] {
  const places = new Map(left.map(({ key }, at) => [key, at]));
  const placeOf = (path: SourcePath): number | undefined => {
    for (let length = path.length; length > 0; length--) {
      const found = places.get(pathKey(path.slice(0, length)));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return right.flatMap((row, to) =>
    row.reads.flatMap((read, i) => {
      const from = placeOf(read.path);
      return from === undefined
        ? []
        : [{ key: `${row.key} ${i}`, from, to, isComputed: !row.isPlain }];
    }),
  );
}
