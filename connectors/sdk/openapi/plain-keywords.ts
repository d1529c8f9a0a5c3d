import type { Json, JsonObject } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';

import type { Gaps } from './gaps.ts';
import { shorten } from './words.ts';

const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);
const COUNTS = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'minContains',
  'maxContains',
];
const NUMBERS = ['minimum', 'maximum'];
const FIELD_WORDS = 300;

/** The keywords of a schema that hold no schema, in the sense of 2020-12; what is wrong is left out. */
export function plainKeywords(schema: JsonObject, gaps: Gaps): JsonSchema {
  const made: JsonSchema = { ...types(schema), ...words(schema), ...limits(schema) };
  if (Array.isArray(schema.enum) && schema.enum.length > 0) made.enum = [...new Set(schema.enum)];
  if (schema.const !== undefined) made.const = schema.const;
  if (schema.default !== undefined && schema.default !== null) made.default = schema.default;
  if (Array.isArray(schema.required)) {
    const names = schema.required.filter((name) => typeof name === 'string');
    if (names.length > 0) made.required = [...new Set(names)];
  }
  if (typeof schema.format === 'string') made.format = schema.format;
  if (schema.uniqueItems === true) made.uniqueItems = true;
  if (schema.readOnly === true) made.readOnly = true;
  if (typeof schema.pattern === 'string') {
    if (isPattern(schema.pattern)) made.pattern = schema.pattern;
    else gaps.add('bad_pattern', schema.pattern);
  }
  return made;
}

function types({ type }: JsonObject): JsonSchema {
  const all = [type].flat().filter((one): one is string => TYPES.has(one as string));
  if (all.length === 0) return {};
  return { type: all.length === 1 ? all[0] : [...new Set(all)] };
}

function words({ title, description }: JsonObject): JsonSchema {
  return {
    ...(typeof title === 'string' && title !== '' && { title: shorten(title, 80) }),
    ...(typeof description === 'string' &&
      description !== '' && { description: shorten(description, FIELD_WORDS) }),
  };
}

function limits(schema: JsonObject): JsonSchema {
  const made: JsonSchema = {};
  for (const key of COUNTS) if (isCount(schema[key])) made[key] = schema[key];
  for (const key of NUMBERS) if (isNumber(schema[key])) made[key] = schema[key];
  if (isNumber(schema.multipleOf) && schema.multipleOf > 0) made.multipleOf = schema.multipleOf;
  exclusive(schema, made, ['exclusiveMinimum', 'minimum']);
  exclusive(schema, made, ['exclusiveMaximum', 'maximum']);
  return made;
}

// 3.0 says `minimum: 1, exclusiveMinimum: true`; 2020-12 says `exclusiveMinimum: 1`.
function exclusive(schema: JsonObject, made: JsonSchema, [own, plain]: [string, string]): void {
  if (isNumber(schema[own])) made[own] = schema[own];
  if (schema[own] !== true || !isNumber(made[plain] as Json)) return;
  made[own] = made[plain];
  delete made[plain];
}

function isNumber(value: Json | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isCount(value: Json | undefined): value is number {
  return isNumber(value) && Number.isInteger(value) && value >= 0;
}

const known = new Map<string, boolean>();

function isPattern(pattern: string): boolean {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  let isGood = true;
  try {
    new RegExp(pattern, 'u').test('');
  } catch {
    isGood = false;
  }
  if (known.size > 5000) known.clear();
  known.set(pattern, isGood);
  return isGood;
}
