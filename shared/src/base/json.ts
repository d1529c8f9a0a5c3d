import { z } from 'zod';

import { problem, type Problem } from './problem.ts';

/** Any JSON value. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** Accepts any JSON value without walking it: what comes from JSON.parse already is one. */
export const jsonSchema: z.ZodType<Json> = z.any();

export const JSON_LIMITS = { bytes: 10 * 1024 * 1024, depth: 200 };

export type Parsed = { ok: true; value: Json } | { ok: false; problem: Problem };

/** True for a plain JSON object: not null, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Parses JSON from strangers. Refuses, naming the limit: more than `limits.bytes` characters,
 * nesting beyond `limits.depth`, and `__proto__` keys, which a later object copy would obey.
 */
export function parseJson(text: string, limits = JSON_LIMITS): Parsed {
  if (text.length > limits.bytes) return tooLarge(limits.bytes);
  if (depthOf(text, limits.depth) > limits.depth) {
    return refuse('json_too_deep', `The JSON is nested deeper than ${limits.depth} levels.`);
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
  code: 'json_too_deep' | 'json_forbidden_key' | 'json_malformed',
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

/** Counts brackets outside strings; stops as soon as the limit is passed. */
function depthOf(text: string, limit: number): number {
  if (!mayNest(text, limit)) return 0;
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let i = 0; i < text.length && deepest <= limit; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 92) i++;
      else if (c === 34) inString = false;
    } else if (c === 34) inString = true;
    else if (c === 91 || c === 123) deepest = Math.max(deepest, ++depth);
    else if (c === 93 || c === 125) depth--;
  }
  return deepest;
}

/** A short text cannot nest deeper than it is long; most payloads never pay for the scan. */
function mayNest(text: string, limit: number): boolean {
  return text.length > limit;
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
