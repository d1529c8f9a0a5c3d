import type { ConnectorManifest, JsonSchema } from '@patchbay/shared/catalog';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';

/** A schema of a manifest, what it is called, and a value that must fit it. */
interface Place {
  name: string;
  schema: JsonSchema;
  sample?: unknown;
  /** A sample has to be there. */
  isNeeded?: boolean;
}

/** Schemas that are none, and samples that their own schemas refuse. */
export function checkSchemas(manifest: ConnectorManifest): string[] {
  // One for a manifest: an instance compiles its own dialect first, and keeps all it compiled.
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  return placesOf(manifest).flatMap((place) => checkPlace(ajv, place, manifest.$defs));
}

function placesOf({ actions, triggers, config, auth }: ConnectorManifest): Place[] {
  return [
    { name: 'config', schema: config },
    ...auth.map(({ id, fields = {} }) => ({ name: `fields of the sign-in ${id}`, schema: fields })),
    ...Object.entries(actions).flatMap(([id, { input, output = {}, sample, sampleOutput }]) => [
      { name: `input of ${id}`, schema: input, sample, isNeeded: true },
      { name: `output of ${id}`, schema: output, sample: sampleOutput },
    ]),
    ...Object.entries(triggers).flatMap(([id, { input, payload = {}, sample }]) => [
      { name: `input of ${id}`, schema: input },
      { name: `payload of ${id}`, schema: payload, sample: sample as unknown, isNeeded: true },
    ]),
  ];
}

function checkPlace(
  ajv: Ajv2020,
  { name, schema, sample, isNeeded = false }: Place,
  $defs: ConnectorManifest['$defs'],
): string[] {
  try {
    const check = ajv.compile({ ...schema, ...($defs && { $defs }) } as AnySchemaObject);
    if (sample === undefined) return isNeeded ? [`The ${name} has no sample.`] : [];
    if (check(sample)) return [];
    const where = (check.errors?.[0]?.instancePath ?? '').slice(1).replaceAll('/', '.');
    const why = check.errors?.[0]?.message ?? 'does not fit';
    return [`The sample of the ${name} does not fit${where && ` at ${where}`}: it ${why}.`];
  } catch (error) {
    return [`The ${name} is no JSON Schema: ${(error as Error).message}.`];
  }
}
