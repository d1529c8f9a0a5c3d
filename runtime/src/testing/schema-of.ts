import { isObject, type Json } from '@patchbay/shared/base';

const DEPTH = 8;
const FIELDS = 200;

/** The shape of a value as a JSON Schema: types and the fields that were there, no contents. */
export function schemaOf(value: Json, depth = 0): Record<string, unknown> {
  if (depth >= DEPTH || value === null) return {};
  if (Array.isArray(value)) {
    const [first] = value;
    return first === undefined
      ? { type: 'array' }
      : { type: 'array', items: schemaOf(first, depth + 1) };
  }
  if (!isObject(value)) return { type: typeof value };
  const fields = Object.entries(value)
    .filter(([, of]) => of !== null)
    .slice(0, FIELDS);
  return {
    type: 'object',
    required: fields.map(([name]) => name),
    properties: Object.fromEntries(fields.map(([name, of]) => [name, schemaOf(of, depth + 1)])),
  };
}
