import type { Figures } from './load.ts';

/** One line of the table; `ratio` is to the bare echo at the same number of connections. */
export interface Row extends Figures {
  name: string;
  connections: number;
  ratio: number;
}

const COLUMNS: [title: string, cell: (row: Row) => string][] = [
  ['workload', (r) => r.name],
  ['conns', (r) => String(r.connections)],
  ['req/s', (r) => r.perSecond.toFixed(0)],
  ['p50 ms', (r) => r.p50.toFixed(0)],
  ['p99 ms', (r) => r.p99.toFixed(0)],
  ['CPU ms/req', (r) => r.cpuMs.toFixed(2)],
  ['of echo', (r) => r.ratio.toFixed(3)],
  ['peak MB', (r) => r.peakMb.toFixed(0)],
  ['errors', (r) => String(r.errors)],
];

/** The rows as a Markdown table. */
export function table(rows: Row[]): string {
  const lines = rows.map((row) => COLUMNS.map(([, cell]) => cell(row)));
  const all = [COLUMNS.map(([title]) => title), COLUMNS.map(() => '---'), ...lines];
  return all.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
