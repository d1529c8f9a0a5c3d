import { useMemo } from 'react';

import { useVisibleRows } from '#lib';

const ROW = 18;

interface JsonTextProps {
  value: unknown;
  label: string;
  query: string;
}

/** The value as text, line by line; with a query, only the lines that hold it. */
export function JsonText({ value, label, query }: JsonTextProps) {
  const lines = useMemo(() => linesOf(value, query), [value, query]);
  const { box, rows: inSight, height } = useVisibleRows(lines.length, ROW);
  return (
    <div
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={label}
      className="h-full overflow-auto py-1 font-mono text-sm leading-4.5"
    >
      <div className="relative" style={{ height }}>
        {inSight.map(({ index, top }) => (
          <pre key={index} className="absolute left-0 px-3" style={{ top, height: ROW }}>
            {lines[index]}
          </pre>
        ))}
      </div>
    </div>
  );
}

function linesOf(value: unknown, query: string): string[] {
  const text = JSON.stringify(value, null, 2) ?? 'nothing';
  const lines = text.split('\n');
  const wanted = query.toLowerCase();
  return wanted ? lines.filter((line) => line.toLowerCase().includes(wanted)) : lines;
}
