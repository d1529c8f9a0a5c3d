import {
  alternatives,
  elementOf,
  nameOfKind,
  nameText,
  union,
  type Type,
} from '@patchbay/shared/mapping';

import { scopesBefore } from './complete-scope.ts';
import { allFunctions, callOf } from './function-words.ts';

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

/** A value as the sample has it, and as it is known to be: fields the sample lacks have a type only. */
export interface Seen {
  value: unknown;
  type?: Type;
}

/** What can stand at the end of `before`: fields of the document, or functions after `$`. */
export function completeAt(before: string, document: Seen): Completions {
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
  return allFunctions()
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
function contextOf(before: string, document: Seen): Seen {
  return scopesBefore(before).reduce<Seen>(
    (context, path) => follow(context, stepsOf(path), document),
    document,
  );
}

/** JSONata looks through lists, so an index in the path changes nothing here. */
function follow(from: Seen, steps: string[], document: Seen): Seen {
  let current = steps[0] === '$$' ? document : from;
  for (const step of steps) {
    if (/^\d+$/.test(step) || step === '$' || step === '$$') continue;
    current = {
      value: fieldOf(current.value, step),
      type: current.type && fieldTypes(current.type).get(step)?.type,
    };
  }
  return current;
}

function fieldOf(value: unknown, name: string): unknown {
  const holder = holderIn(value);
  return holder && Object.hasOwn(holder, name) ? holder[name] : undefined;
}

function holderIn(value: unknown): Record<string, unknown> | undefined {
  const holder: unknown = Array.isArray(value) ? value.flat(2)[0] : value;
  return typeof holder === 'object' && holder !== null
    ? (holder as Record<string, unknown>)
    : undefined;
}

/** The fields a type has; of several kinds of objects, those of all. */
function fieldTypes(type: Type): ReadonlyMap<string, { type: Type }> {
  const [only, ...more] = alternatives(elementOf(type).type).filter((one) => one.kind === 'object');
  if (!only || more.length === 0) return only ? only.fields() : NO_FIELDS;
  const all = [only, ...more].flatMap(({ fields }) => [...fields()]);
  const grouped = Map.groupBy(all, ([name]) => name);
  return new Map(
    [...grouped].map(([name, of]) => [name, { type: union(of.map(([, field]) => field.type)) }]),
  );
}

const NO_FIELDS: ReadonlyMap<string, { type: Type }> = new Map();

function fieldsNamed({ value, type }: Seen, typed: string): Completion[] {
  const holder = holderIn(value) ?? {};
  const types = type ? fieldTypes(type) : NO_FIELDS;
  const names = new Set([...Object.keys(holder), ...types.keys()]);
  return [...names]
    .filter((name) => name.toLowerCase().includes(typed))
    .slice(0, MOST)
    .map((name) => ({
      label: name,
      insert: nameText(name),
      detail: Object.hasOwn(holder, name) ? sampleOf(holder[name]) : typeWords(types.get(name)),
      kind: 'field',
    }));
}

/** What the schema says of a field that the sample lacks. */
function typeWords(field: { type: Type } | undefined): string {
  const kinds = field ? alternatives(field.type).map(({ kind }) => kind) : [];
  const words = kinds.filter((kind) => kind !== 'nothing' && kind !== 'unknown').map(nameOfKind);
  return [...new Set(words)].join(' or ') || 'in the schema';
}

/** What is known of the value at a path; lists are looked through. */
export function fieldType(type: Type | undefined, path: readonly string[]): Type | undefined {
  return path.reduce<Type | undefined>((at, name) => at && fieldTypes(at).get(name)?.type, type);
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
