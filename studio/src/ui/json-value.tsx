import { formatNumber } from '#lib';

import { cx } from './cx.ts';

const LONG = 2000;

/** A value in one line, in the colour of its type. */
export function JsonValue({ value, className }: { value: unknown; className?: string }) {
  return <span className={cx(colourOf(value), className)}>{textOf(value)}</span>;
}

function textOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `[ ${formatNumber(value.length)} ]`;
  if (typeof value === 'object' && value !== null) return `{ ${Object.keys(value).length} }`;
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

const COLOURS: Record<string, string> = {
  string: 'text-ok',
  number: 'text-run',
  boolean: 'text-accent',
};

function colourOf(value: unknown): string {
  return COLOURS[typeof value] ?? 'text-ink-3';
}
