import { isObject, type Json, type JsonObject } from '#base';

import type { Difference } from './test-result.ts';

const MOST = 200;

/**
 * Where `actual` is not `expected`, at most 200 places. With `subset` only what is expected counts:
 * further fields are left alone, and so are further items at the end of a list.
 */
export function differences(
  expected: Json | undefined,
  actual: Json | undefined,
  subset = false,
): Difference[] {
  const found: Difference[] = [];
  compare({ expected, actual, path: '' }, { found, subset });
  return found;
}

interface Pair {
  expected: Json | undefined;
  actual: Json | undefined;
  path: string;
}

interface Walk {
  found: Difference[];
  subset: boolean;
}

function compare(pair: Pair, walk: Walk): void {
  const { expected, actual, path } = pair;
  if (walk.found.length >= MOST || expected === actual) return;
  if (Array.isArray(expected) && Array.isArray(actual)) return compareLists(pair, walk);
  if (isObject(expected) && isObject(actual)) return compareObjects(pair, walk);
  if (actual === undefined) return note(walk, { path, kind: 'missing', expected });
  if (expected === undefined) return note(walk, { path, kind: 'unexpected', actual });
  note(walk, { path, kind: 'changed', expected, actual });
}

function compareLists({ expected, actual, path }: Pair, walk: Walk): void {
  const [wanted, given] = [expected as Json[], actual as Json[]];
  const length = walk.subset ? wanted.length : Math.max(wanted.length, given.length);
  for (let i = 0; i < length; i++)
    compare({ expected: wanted[i], actual: given[i], path: `${path}[${i}]` }, walk);
}

function compareObjects({ expected, actual, path }: Pair, walk: Walk): void {
  const [wanted, given] = [expected as JsonObject, actual as JsonObject];
  const names = new Set([...Object.keys(wanted), ...(walk.subset ? [] : Object.keys(given))]);
  for (const name of names) {
    const pair = { expected: own(wanted, name), actual: own(given, name) };
    compare({ ...pair, path: joined(path, name) }, walk);
  }
}

function own(of: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}

function joined(path: string, name: string): string {
  const plain = /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``;
  return path === '' ? plain : `${path}.${plain}`;
}

function note(walk: Walk, difference: Difference): void {
  walk.found.push(difference);
}

/** The difference as one line a person reads. */
export function differenceWords({ path, kind, expected, actual }: Difference): string {
  const where = path === '' ? 'The value' : path;
  if (kind === 'missing') return `${where} is missing; expected ${shown(expected)}`;
  if (kind === 'unexpected') return `${where} was not expected; it is ${shown(actual)}`;
  return `${where}: expected ${shown(expected)}, got ${shown(actual)}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
