import { ChevronRight } from 'lucide-react';
import {
  memo,
  useCallback,
  useEffect,
  useRef,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';

import { useVisibleRows } from '#lib';
import { cx } from '#ui';

/** Height of a row, px. */
export const ROW = 28;

export interface TreeRow {
  key: string;
  depth: number;
  isBranch: boolean;
  isOpen: boolean;
}

interface FieldTreeProps<R extends TreeRow> {
  label: string;
  rows: readonly R[];
  /** The row the keyboard is on. */
  active: string | undefined;
  onActive: (key: string) => void;
  onToggle: (key: string) => void;
  /** Enter or Space on a row. */
  onTake: (row: R) => void;
  /** Undefined when Escape belongs to what is around. */
  onEscape: (() => void) | undefined;
  /** Told the element that scrolls; always the same function. */
  box: (element: HTMLElement | null) => void;
  renderRow: (row: R) => ReactNode;
  mark?: (row: R) => string | undefined;
}

/** A tree of equally high rows; only those in sight are in the page. */
export function FieldTree<R extends TreeRow>(props: FieldTreeProps<R>) {
  const { label, rows, active, box, renderRow, mark, onActive, onToggle } = props;
  const { box: seenBox, rows: seen, height } = useVisibleRows(rows.length, ROW);
  const element = useRef<HTMLElement>(null);
  const join = useCallback(
    (found: HTMLElement | null) => {
      element.current = found;
      seenBox(found);
      box(found);
    },
    [seenBox, box],
  );
  const index = rows.findIndex(({ key }) => key === active);
  useEffect(() => stayInSight(element.current, index), [index]);
  return (
    <div
      ref={join}
      role="tree"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={index < 0 ? undefined : rowId(label, index)}
      onKeyDown={(event) => walk(event, props, index)}
      onFocus={() => index < 0 && rows[0] && props.onActive(rows[0].key)}
      className="group/tree relative h-full overflow-auto outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--color-accent)]"
    >
      <div role="none" className="relative" style={{ height }}>
        {seen.map(({ index: at, top }) => {
          const row = rows[at];
          if (!row) return null;
          return (
            <Row
              key={row.key}
              id={rowId(label, at)}
              row={row}
              top={top}
              isActive={at === index}
              renderRow={renderRow}
              mark={mark}
              onActive={onActive}
              onToggle={onToggle}
            />
          );
        })}
      </div>
    </div>
  );
}

interface RowProps<R extends TreeRow> extends Pick<
  FieldTreeProps<R>,
  'renderRow' | 'mark' | 'onActive' | 'onToggle'
> {
  id: string;
  row: R;
  top: number;
  isActive: boolean;
}

/** Drawn anew only when something about it changes, so that scrolling draws what comes into sight. */
const Row = memo(function Row<R extends TreeRow>(props: RowProps<R>) {
  const { id, row, top, isActive, renderRow, mark, onActive, onToggle } = props;
  return (
    <div
      id={id}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-expanded={row.isBranch ? row.isOpen : undefined}
      aria-selected={isActive}
      data-row={row.key}
      onClick={() => onActive(row.key)}
      className={cx(
        'absolute inset-x-0 flex items-center gap-1 pr-2 select-none hover:bg-hover',
        isActive && 'bg-hover group-focus-visible/tree:bg-accent-soft',
        mark?.(row),
      )}
      style={{ top, height: ROW, paddingLeft: 6 + row.depth * 14 }}
    >
      <Fold row={row} onToggle={onToggle} />
      {renderRow(row)}
    </div>
  );
}) as <R extends TreeRow>(props: RowProps<R>) => ReactElement;

function Fold({ row, onToggle }: { row: TreeRow; onToggle: (key: string) => void }) {
  return (
    <span
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
        if (row.isBranch) onToggle(row.key);
      }}
      className={cx(
        'flex size-4 shrink-0 items-center justify-center text-ink-3',
        !row.isBranch && 'invisible',
      )}
    >
      <ChevronRight
        className={cx('size-3.5 transition-transform duration-100', row.isOpen && 'rotate-90')}
      />
    </span>
  );
}

function rowId(label: string, index: number): string {
  return `${label.replaceAll(/\W+/g, '-').toLowerCase()}-${index}`;
}

/** Also when what opens for the row takes its place. */
function stayInSight(element: HTMLElement | null, index: number): (() => void) | undefined {
  if (!element || index < 0) return undefined;
  const sizes = new ResizeObserver(() => keepInSight(element, index));
  sizes.observe(element);
  return () => sizes.disconnect();
}

function keepInSight(element: HTMLElement, index: number): void {
  const top = index * ROW;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + ROW > element.scrollTop + element.clientHeight)
    element.scrollTop = top + ROW - element.clientHeight;
}

/** Arrows walk and fold, Enter takes, Escape lets go; a letter goes to the next row that begins so. */
function walk<R extends TreeRow>(
  event: KeyboardEvent,
  { rows, onActive, onToggle, onTake, onEscape }: FieldTreeProps<R>,
  index: number,
): void {
  const row = rows[index];
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
  const goes = rows[Math.min(rows.length - 1, Math.max(0, to ?? -1))];
  if (to !== undefined && goes) onActive(goes.key);
  else if (event.key === 'Escape' && onEscape) onEscape();
  else if (row && (event.key === 'Enter' || event.key === ' ')) onTake(row);
  else if (row && event.key === 'ArrowRight' && row.isBranch && !row.isOpen) onToggle(row.key);
  else if (row && event.key === 'ArrowLeft' && row.isBranch && row.isOpen) onToggle(row.key);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
