import { z } from 'zod';

import { authSchemeSchema } from './auth-scheme.ts';
import { jsonSchemaSchema } from './json-schema.ts';

/** What an operation does to the other system; decides retries and warnings. */
export const effectsSchema = z.object({
  /** Only reads: safe to repeat and to try out. */
  reads: z.boolean(),
  destructive: z.boolean().optional(),
  /** Repeating it with the same input changes nothing more. */
  idempotent: z.boolean().optional(),
});

export const actionSchema = z.object({
  title: z.string(),
  description: z.string().optional(),
  /** Words people search by that the title does not hold. */
  tags: z.array(z.string()).optional(),
  deprecated: z.string().optional(),
  input: jsonSchemaSchema,
  output: jsonSchemaSchema.optional(),
  /** An input that is valid against `input`, to start a form or a test from. */
  sample: z.any().optional(),
  effects: effectsSchema,
  timeoutMs: z.number().int().optional(),
});
/** An operation of a connector, as data. */
export type ActionManifest = z.infer<typeof actionSchema>;

export const errorRuleSchema = z.object({
  when: z.object({ status: z.array(z.number()).optional(), code: z.string().optional() }),
  title: z.string(),
  hint: z.string(),
});

export const releaseSchema = z.object({
  version: z.string(),
  date: z.string(),
  breaking: z.boolean(),
  notes: z.string(),
});

export const connectorManifestSchema = z.object({
  format: z.literal('connector/1'),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Exact semver; `(id, version)` never changes once released. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  name: z.string(),
  description: z.string(),
  categories: z.array(z.string()),
  /** `svg` is inline markup we drew or may use; `color` is the tile's, as `#rrggbb`. */
  icon: z.object({ svg: z.string().optional(), color: z.string() }),
  docsUrl: z.string().optional(),
  releases: z.array(releaseSchema),
  network: z.object({
    /** Hosts a credential may be sent to; `*` where the person names the host. */
    allowedHosts: z.array(z.string()),
  }),
  /** Non-secret settings of a connection. */
  config: jsonSchemaSchema,
  auth: z.array(authSchemeSchema).min(1),
  /** True when actions run without a connection too. */
  connectionOptional: z.boolean().optional(),
  actions: z.record(z.string(), actionSchema),
  /** Names of the option sources that `x-options` may refer to. */
  options: z.array(z.string()),
  errors: z.array(errorRuleSchema),
});
/** A type of integration, as pure JSON: the catalogue's face of a connector. */
export type ConnectorManifest = z.infer<typeof connectorManifestSchema>;
