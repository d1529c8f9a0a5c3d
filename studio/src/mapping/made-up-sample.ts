import type { Json } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';

import { resolve } from '#form';

const DEEPEST = 6;
const FORMATS: Record<string, string> = {
  email: 'ada@example.com',
  'date-time': '2026-01-31T09:30:00Z',
  date: '2026-01-31',
  time: '09:30:00Z',
  uri: 'https://example.com/a',
  uuid: '5f0c1d2e-3b4a-4c6d-8e9f-0a1b2c3d4e5f',
};

/** A value a schema allows, the same each time: what it gives as example, else the plainest. */
export function madeUpSample(schema: JsonSchema, root: JsonSchema = schema, depth = 0): Json {
  const own = resolve(schema, root);
  const given: unknown = own.const ?? own.examples?.[0] ?? own.default ?? own.enum?.[0];
  if (given !== undefined) return given as Json;
  const variant = own.oneOf?.[0] ?? own.anyOf?.[0];
  if (variant) return madeUpSample({ ...variant }, root, depth + 1);
  const type = own.properties
    ? 'object'
    : [own.type ?? 'null'].flat().find((one) => one !== 'null');
  if (depth > DEEPEST) return null;
  if (type === 'object') return objectOf(own, root, depth);
  if (type === 'array') {
    const items = typeof own.items === 'object' ? own.items : {};
    return Array.from({ length: Math.max(2, own.minItems ?? 0) }, () =>
      madeUpSample(items, root, depth + 1),
    );
  }
  return scalarOf(type, own);
}

function objectOf(schema: JsonSchema, root: JsonSchema, depth: number): Json {
  const parts = [schema, ...(schema.allOf ?? []).map((part) => resolve(part, root))];
  const entries = parts.flatMap((part) => Object.entries(part.properties ?? {}));
  return Object.fromEntries(
    entries.map(([name, own]) => [name, madeUpSample(own, root, depth + 1)]),
  );
}

function scalarOf(type: string | undefined, schema: JsonSchema): Json {
  if (type === 'boolean') return true;
  if (type === 'number' || type === 'integer') return schema.minimum ?? 1;
  if (type !== 'string') return null;
  const text = FORMATS[schema.format ?? ''] ?? schema.title ?? 'text';
  return text.padEnd(schema.minLength ?? 0, '.').slice(0, schema.maxLength ?? text.length + 1000);
}
