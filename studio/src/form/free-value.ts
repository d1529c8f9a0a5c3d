import type { JsonSchema } from '@patchbay/shared/catalog';

import { kindOf } from './schema.ts';

interface FreeValue {
  /** Nothing is written yet. */
  isMissing: boolean;
  /** An object constructor, literal or computed. */
  isObject: boolean;
  /** A list constructor, literal or computed. */
  isList: boolean;
  value: unknown;
}

/**
 * The schema to show a field by that may hold anything: what it holds decides. Nothing yet is shown
 * as an object to add fields to, where the schema allows one.
 */
export function shapeOf(schema: JsonSchema, free: FreeValue): JsonSchema {
  const { isMissing, isObject, isList, value } = free;
  if (kindOf(schema) !== 'json') return schema;
  const { title, description } = schema;
  const words = { title, description };
  if (isObject || (isMissing && allowsObject(schema))) {
    const keys = { 'x-keyOptions': schema['x-keyOptions'], 'x-dependsOn': schema['x-dependsOn'] };
    return { ...words, ...keys, type: 'object', additionalProperties: {} };
  }
  if (isList) return { ...words, type: 'array', items: {} };
  const type = typeof value;
  if (type === 'string' || type === 'number' || type === 'boolean') return { ...words, type };
  return schema;
}

function allowsObject(schema: JsonSchema): boolean {
  const parts = schema.oneOf ?? schema.anyOf ?? [schema];
  return parts.some(({ type }) => type === undefined || [type].flat().includes('object'));
}
