import { isObject } from '#base';

import type { JsonSchema } from './json-schema.ts';

const PREFIX = '#/$defs/';

/**
 * A schema that stands for itself: with those of `defs` that it reaches under its own `$defs`.
 * References stay references, so circular ones cost nothing.
 */
export function closeSchema(schema: JsonSchema, defs: Record<string, JsonSchema> = {}): JsonSchema {
  const reached = new Map<string, JsonSchema>();
  const open: unknown[] = [schema];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const name = isObject(next) ? nameOf(next.$ref) : undefined;
    if (name !== undefined && !reached.has(name) && Object.hasOwn(defs, name)) {
      reached.set(name, defs[name] ?? {});
      open.push(defs[name]);
    }
    open.push(...Object.values(next));
  }
  if (reached.size === 0) return schema;
  return { ...schema, $defs: { ...schema.$defs, ...Object.fromEntries(reached) } };
}

function nameOf(ref: unknown): string | undefined {
  return typeof ref === 'string' && ref.startsWith(PREFIX) ? ref.slice(PREFIX.length) : undefined;
}
