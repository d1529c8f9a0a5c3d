import type { JsonSchema } from '@patchbay/shared/catalog';

/** The settings whose choices come from the account itself: they can only be made once signed in. */
export function accountFields(schema: JsonSchema): JsonSchema | undefined {
  const part = partOf(schema, (own) => own['x-options'] !== undefined);
  return Object.keys(part.properties ?? {}).length > 0 ? part : undefined;
}

/** The settings that can be made before anybody signed in. */
export function plainFields(schema: JsonSchema): JsonSchema {
  return partOf(schema, (own) => own['x-options'] === undefined);
}

function partOf(schema: JsonSchema, holds: (own: JsonSchema) => boolean): JsonSchema {
  const kept = Object.entries(schema.properties ?? {}).filter(([, own]) => holds(own));
  const names = new Set(kept.map(([name]) => name));
  return {
    ...schema,
    properties: Object.fromEntries(kept),
    required: schema.required?.filter((name) => names.has(name)),
    additionalProperties: true,
  };
}
