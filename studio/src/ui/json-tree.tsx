import { ChevronRight, Copy, Route } from 'lucide-react';
import type { KeyboardEvent } from 'react';

import { copyText, formatNumber, useVisibleRows } from '#lib';

import { cx } from './cx.ts';
import type { JsonRow } from './json-rows.ts';
import { JsonValue } from './json-value.tsx';
import { toast } from './toast.tsx';

const ROW = 22;

/** What whoever shows the value knows about its lines. */
export interface JsonPointing {
  /** The line under the pointer or with the focus; undefined when it leaves. */
  onPoint: (row: JsonRow | undefined) => void;
  /** A line was clicked. */
  onPick: (row: JsonRow) => void;
  isMarked: (row: JsonRow) => boolean;
}

interface JsonTreeProps {
  rows: JsonRow[];
  label: string;
  onToggle: (path: string) => void;
  pointing?: JsonPointing;
}

/** The tree; only the lines in sight are in the page. */
export function JsonTree({ rows, label, onToggle, pointing }: JsonTreeProps) {
  const { box, rows: inSight, height } = useVisibleRows(rows.length, ROW);
  return (
    <div
      ref={box}
      role="tree"
      tabIndex={0}
      aria-label={label}
      onKeyDown={walkTree}
      className="h-full overflow-auto py-1 font-mono text-sm"
    >
      <div role="none" className="relative" style={{ height }}>
        {inSight.map(({ index, top }) => {
          const row = rows[index];
          return (
            row && (
              <TreeLine
                key={row.path}
                row={row}
                top={top}
                onToggle={onToggle}
                pointing={pointing}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** Arrow keys walk from line to line; right and left unfold and fold. */
function walkTree(event: KeyboardEvent<HTMLElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')];
  const at = lines.indexOf(document.activeElement as HTMLElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    event.preventDefault();
    lines[Math.max(0, at + step)]?.focus();
    return;
  }
  const line = lines[at];
  const open = line?.getAttribute('aria-expanded');
  const turns =
    event.key === 'Enter' ||
    (event.key === 'ArrowRight' && open === 'false') ||
    (event.key === 'ArrowLeft' && open === 'true');
  if (turns) line?.click();
}

interface TreeLineProps {
  row: JsonRow;
  top: number;
  onToggle: (path: string) => void;
  pointing?: JsonPointing;
}

function TreeLine({ row, top, onToggle, pointing }: TreeLineProps) {
  const branch = row.size !== undefined;
  const isMarked = pointing?.isMarked(row) ?? false;
  return (
    <div
      role="treeitem"
      aria-level={row.depth + 1}
      aria-expanded={branch ? row.open : undefined}
      aria-selected={isMarked}
      tabIndex={-1}
      onClick={() => {
        pointing?.onPick(row);
        if (branch) onToggle(row.path);
      }}
      onFocus={() => pointing?.onPoint(row)}
      onBlur={() => pointing?.onPoint(undefined)}
      onMouseEnter={() => pointing?.onPoint(row)}
      onMouseLeave={() => pointing?.onPoint(undefined)}
      className={cx(
        'group absolute left-0 flex min-w-full items-center pr-2 whitespace-pre hover:bg-hover',
        isMarked && 'bg-accent-soft',
      )}
      style={{ top, height: ROW, paddingLeft: 8 + row.depth * 14 }}
    >
      <ChevronRight
        aria-hidden
        className={cx(
          'mr-0.5 size-3.5 shrink-0 text-ink-3 transition-transform duration-100',
          row.open && 'rotate-90',
          !branch && 'invisible',
        )}
      />
      {row.name !== '' && <span className="text-ink">{row.name}: </span>}
      {branch ? (
        <BranchWord row={row} />
      ) : (
        <JsonValue value={row.value} className="max-w-200 truncate" />
      )}
      <LineActions row={row} />
    </div>
  );
}

function BranchWord({ row }: { row: JsonRow }) {
  const size = formatNumber(row.size ?? 0);
  return (
    <span className="text-ink-3">{Array.isArray(row.value) ? `[ ${size} ]` : `{ ${size} }`}</span>
  );
}

function LineActions({ row }: { row: JsonRow }) {
  return (
    <span className="sticky right-1 ml-2 flex gap-0.5 rounded-sm bg-raised opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 group-focus:opacity-100">
      {row.path !== '' && (
        <LineAction label="Copy path" text={row.path} icon={<Route aria-hidden />} />
      )}
      <LineAction
        label="Copy value"
        text={() =>
          typeof row.value === 'string' ? row.value : JSON.stringify(row.value, null, 2)
        }
        icon={<Copy aria-hidden />}
      />
    </span>
  );
}

interface LineActionProps {
  label: string;
  text: string | (() => string);
  icon: React.ReactNode;
}

function LineAction({ label, text, icon }: LineActionProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={label}
      title={label}
      className="flex size-5 items-center justify-center rounded-sm text-ink-3 hover:bg-hover hover:text-ink [&_svg]:size-3.5"
      onClick={(event) => {
        event.stopPropagation();
        void copyText(typeof text === 'string' ? text : text()).then((ok) =>
          toast(ok ? `${label}: done` : 'The browser refused to copy.', {
            tone: ok ? 'ok' : 'fail',
          }),
        );
      }}
    >
      {icon}
    </button>
  );
}
