import { z } from 'zod';

import { problem, type Problem } from './problem.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** Accepts any JSON value without walking it: what comes from JSON.parse already is one. */
export const jsonSchema: z.ZodType<Json> = z.any();

/** `keys` is for one object: with very many, engines fall back to tables that take seconds to copy. */
export const JSON_LIMITS = { bytes: 10 * 1024 * 1024, depth: 200, keys: 100_000 };

export type Parsed = { ok: true; value: Json } | { ok: false; problem: Problem };

/** True for a plain JSON object: not null, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Parses JSON from strangers. Refuses, naming the limit: more than `limits.bytes` characters,
 * nesting beyond `limits.depth`, an object with more than `limits.keys` keys, and `__proto__` keys,
 * which a later object copy would obey.
 */
export function parseJson(text: string, limits = JSON_LIMITS): Parsed {
  if (text.length > limits.bytes) return tooLarge(limits.bytes);
  const past = passedLimit(text, limits);
  if (past === 'depth') {
    return refuse('json_too_deep', `The JSON is nested deeper than ${limits.depth} levels.`);
  }
  if (past === 'keys') {
    return refuse('too_large', `An object in the JSON has more than ${limits.keys} keys.`);
  }
  try {
    const value = JSON.parse(text) as Json;
    if (mayHoldProto(text) && holdsProto(value)) {
      return refuse(
        'json_forbidden_key',
        'The JSON holds the key "__proto__", which is not allowed.',
      );
    }
    return { ok: true, value };
  } catch (error) {
    return refuse('json_malformed', `The text is not JSON: ${(error as Error).message}.`);
  }
}

function refuse(
  code: 'json_too_deep' | 'json_forbidden_key' | 'json_malformed' | 'too_large',
  message: string,
): Parsed {
  return {
    ok: false,
    problem: problem(code, message, 'Send a JSON document within these limits.'),
  };
}

function tooLarge(bytes: number): Parsed {
  const limit = `${Math.round(bytes / 1024 / 1024)} MB`;
  const hint = `Send at most ${limit}, or send a link to the data instead.`;
  return { ok: false, problem: problem('too_large', `The JSON is larger than ${limit}.`, hint) };
}

/** Counts brackets and colons outside strings; stops as soon as a limit is passed. */
function passedLimit(text: string, limits: typeof JSON_LIMITS): 'depth' | 'keys' | undefined {
  // A short text can neither nest nor spread; most payloads never pay for the scan.
  if (text.length <= limits.depth) return undefined;
  const keys = new Int32Array(limits.depth + 2);
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 92) i++;
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 91 || c === 123) {
      if (++depth > limits.depth) return 'depth';
      keys[depth] = 0;
    } else if (c === 93 || c === 125) depth--;
    else if (c === 58 && (keys[depth] = (keys[depth] ?? 0) + 1) > limits.keys) return 'keys';
  }
  return undefined;
}

function mayHoldProto(text: string): boolean {
  return text.includes('__proto__') || text.includes('\\u');
}

function holdsProto(value: Json): boolean {
  const open: Json[] = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (Object.hasOwn(next, '__proto__')) return true;
    for (const child of Object.values(next)) open.push(child);
  }
  return false;
}

/** The same text for the same value, in whatever order its keys came. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (isObject(part) ? sorted(part) : part));
}

function sorted(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
