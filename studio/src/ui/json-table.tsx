import { useMemo } from 'react';

import { useVisibleRows } from '#lib';

import { copyValue } from './copy-value.ts';
import { columnsOf } from './json-rows.ts';
import { JsonValue } from './json-value.tsx';

const ROW = 26;
const NUMBER = 56;
const COLUMN = 140;

interface JsonTableProps {
  rows: Record<string, unknown>[];
  label: string;
  query: string;
}

/** A list of objects as a table; only the rows in sight are in the page. */
export function JsonTable({ rows, label, query }: JsonTableProps) {
  const columns = useMemo(() => columnsOf(rows), [rows]);
  const shown = useMemo(() => filterRows(rows, query), [rows, query]);
  const { box, rows: inSight, height } = useVisibleRows(shown.length, ROW);
  // One width for head and rows, or their columns would not stand below each other.
  const width = `max(100%, ${NUMBER + columns.length * COLUMN}px)`;
  const tracks = `${NUMBER}px repeat(${columns.length}, minmax(${COLUMN}px, 1fr))`;
  return (
    <div
      ref={box}
      role="table"
      aria-label={label}
      aria-rowcount={shown.length + 1}
      tabIndex={0}
      className="h-full overflow-auto font-mono text-sm"
    >
      <div role="rowgroup" className="sticky top-0 z-1 bg-sunken" style={{ width }}>
        <div role="row" className="grid" style={{ gridTemplateColumns: tracks }}>
          {['#', ...columns].map((name) => (
            <span
              key={name}
              role="columnheader"
              className="truncate border-b border-line px-2 py-1 font-semibold text-ink-2"
            >
              {name}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="relative" style={{ width, height }}>
        {inSight.map(({ index, top }) => (
          <div
            key={index}
            role="row"
            aria-rowindex={index + 2}
            className="absolute left-0 grid w-full hover:bg-hover"
            style={{ gridTemplateColumns: tracks, top, height: ROW }}
          >
            <TableCells row={shown[index]} columns={columns} />
          </div>
        ))}
      </div>
    </div>
  );
}

interface NumberedRow {
  number: number;
  row: Record<string, unknown>;
}

function filterRows(rows: Record<string, unknown>[], query: string): NumberedRow[] {
  const all = rows.map((row, number) => ({ row, number }));
  if (!query) return all;
  const wanted = query.toLowerCase();
  return all.filter(({ row }) => JSON.stringify(row).toLowerCase().includes(wanted));
}

function TableCells({ row, columns }: { row: NumberedRow | undefined; columns: string[] }) {
  if (!row) return null;
  return (
    <>
      <span role="cell" className="border-b border-line text-ink-3 tabular-nums">
        <button
          type="button"
          tabIndex={-1}
          title="Copy the row"
          aria-label={`Copy row ${row.number}`}
          onClick={() => void copyValue(row.row)}
          className="w-full px-2 py-0.5 text-left hover:text-accent"
        >
          {row.number}
        </button>
      </span>
      {columns.map((name) => (
        <span
          key={name}
          role="cell"
          // Written out when it is asked for: a cell may hold half a megabyte.
          onPointerEnter={(event) => {
            event.currentTarget.title = name in row.row ? titleOf(row.row[name]) : '';
          }}
          className="truncate border-b border-line px-2 py-0.5"
        >
          {name in row.row && <JsonValue value={row.row[name]} />}
        </span>
      ))}
    </>
  );
}

/** What may be cut off in its cell, in full as far as a hint can hold it. */
function titleOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text?.slice(0, 1000) ?? '';
}
