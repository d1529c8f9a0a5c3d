import { functionCatalogue } from '@patchbay/shared/mapping';

import { scopesBefore } from './complete-scope.ts';
import { callOf } from './function-words.ts';

/** A way to go on with what is being written. */
export interface Completion {
  label: string;
  insert: string;
  /** The sample value, or what a function does. */
  detail: string;
  kind: 'field' | 'function';
}

export interface Completions {
  /** Where the unfinished word begins; it is replaced by `insert`. */
  from: number;
  items: Completion[];
}

const MOST = 60;
const WORD = /(?:`[^`]*|[A-Za-z_]\w*)?$/;
const STEP = /(?:^|[^\w.`$\])])((?:\$\$?\.)?(?:(?:`[^`]+`|\w+)(?:\[\d+\])?\.)*)$/;

/** What can stand at the end of `before`: fields of the sample document, or functions after `$`. */
export function completeAt(before: string, document: unknown): Completions {
  const called = /\$(\w*)$/.exec(before);
  if (called) {
    const typed = called[1] ?? '';
    return { from: before.length - typed.length - 1, items: functionsNamed(typed) };
  }
  const word = WORD.exec(before)?.[0] ?? '';
  const from = before.length - word.length;
  const chain = STEP.exec(before.slice(0, from))?.[1];
  if (chain === undefined || endsInString(before)) return { from, items: [] };
  const context = contextOf(before, document);
  const scope = chain === '' ? context : follow(context, stepsOf(chain), document);
  const typed = word.replace('`', '').toLowerCase();
  return { from, items: fieldsNamed(scope, typed) };
}

function functionsNamed(typed: string): Completion[] {
  const start = typed.toLowerCase();
  return functionCatalogue
    .filter(({ name }) => name.toLowerCase().startsWith(start))
    .map((entry) => ({
      label: callOf(entry),
      insert: `$${entry.name}(`,
      detail: entry.summary,
      kind: 'function',
    }));
}

function endsInString(before: string): boolean {
  const quotes = before.replaceAll(/\\./g, '').match(/"/g);
  return (quotes?.length ?? 0) % 2 === 1;
}

function stepsOf(chain: string): string[] {
  const steps = chain.match(/`[^`]+`|[$\w]+/g) ?? [];
  return steps.map((step) => step.replaceAll('`', ''));
}

/** What bare names belong to: the document, or an element of what is being mapped or filtered. */
function contextOf(before: string, document: unknown): unknown {
  return scopesBefore(before).reduce<unknown>(
    (context, path) => follow(context, stepsOf(path), document),
    document,
  );
}

/** JSONata looks through lists, so an index in the path changes nothing here. */
function follow(value: unknown, steps: string[], document: unknown): unknown {
  let current = steps[0] === '$$' ? document : value;
  for (const step of steps) {
    if (/^\d+$/.test(step) || step === '$' || step === '$$') continue;
    const holder: unknown = Array.isArray(current) ? current[0] : current;
    if (typeof holder !== 'object' || holder === null) return undefined;
    current = (holder as Record<string, unknown>)[step];
  }
  return current;
}

function fieldsNamed(scope: unknown, typed: string): Completion[] {
  const holder: unknown = Array.isArray(scope) ? scope[0] : scope;
  if (typeof holder !== 'object' || holder === null) return [];
  return Object.entries(holder)
    .filter(([name]) => name.toLowerCase().includes(typed))
    .slice(0, MOST)
    .map(([name, value]) => ({
      label: name,
      insert: /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``,
      detail: sampleOf(value),
      kind: 'field',
    }));
}

/** A value in a few characters. */
export function sampleOf(value: unknown): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.keys(value).slice(0, 4).join(', ')} }`;
  }
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
