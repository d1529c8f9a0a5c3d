import { z } from 'zod';

import { authSchemeSchema } from './auth-scheme.ts';
import { changeSchema } from './change.ts';
import { httpBindingSchema, paginateSchema } from './http-binding.ts';
import { jsonSchemaSchema } from './json-schema.ts';
import { triggerSchema } from './trigger.ts';

/** What an operation does to the other system; decides retries and warnings. */
export const effectsSchema = z.object({
  /** Only reads: safe to repeat and to try out. */
  reads: z.boolean(),
  destructive: z.boolean().optional(),
  /** It is destructive when one of these words, or words with a space between, stands in a field. */
  destructiveWhen: z
    .array(z.object({ field: z.string(), words: z.array(z.string().min(1)).min(1) }))
    .optional(),
  /** Repeating it with the same input changes nothing more. */
  idempotent: z.boolean().optional(),
  /** It can go through everything and keep nothing, to be tried out. */
  dryRun: z.boolean().optional(),
});

export const actionSchema = z.object({
  title: z.string(),
  description: z.string().optional(),
  /** Words people search by that the title does not hold. */
  tags: z.array(z.string()).optional(),
  deprecated: z.string().optional(),
  docsUrl: z.string().optional(),
  input: jsonSchemaSchema,
  output: jsonSchemaSchema.optional(),
  /** An input that is valid against `input`, to start a form or a test from. */
  sample: z.any().optional(),
  /** What it gives for the sample, for previews before the first run. */
  sampleOutput: z.any().optional(),
  effects: effectsSchema,
  timeoutMs: z.number().int().optional(),
  /** Names of the scopes it needs, beyond those asked for by default. */
  scopes: z.array(z.string()).optional(),
  /** The request, when it needs no code. */
  http: httpBindingSchema.optional(),
  paginate: paginateSchema.optional(),
  /** The tool of an MCP server that does it; `structured` when its answer keeps to `output`. */
  tool: z.object({ name: z.string(), structured: z.boolean().optional() }).optional(),
});
/** An operation of a connector, as data. */
export type ActionManifest = z.infer<typeof actionSchema>;

/** Choices for a field: from code, or from a request whose answer holds a list. */
export const optionSourceSchema = z.object({
  http: httpBindingSchema.optional(),
  /** Dotted path of the list in the answer. */
  items: z.string().optional(),
  /** Dotted paths in an item; the label may be a template such as `{name} ({id})`. */
  value: z.string().optional(),
  label: z.string().optional(),
});
export type OptionSourceManifest = z.infer<typeof optionSourceSchema>;

/** The kinds of error a connector can tell apart; codes of `PROBLEMS`. */
const errorKindSchema = z.enum([
  'auth_expired',
  'rate_limited',
  'invalid_input',
  'unavailable',
  'rejected',
]);

/** The first rule that fits an error names its cause and what to do. */
export const errorRuleSchema = z.object({
  when: z.object({
    status: z.array(z.number()).optional(),
    /** The other side's own code. */
    code: z.string().optional(),
    /** Part of its message, without regard to case. */
    says: z.string().optional(),
  }),
  title: z.string(),
  hint: z.string(),
  /** When the status alone would be taken for something else. */
  kind: errorKindSchema.optional(),
  /** Page that mends it, at the provider. */
  link: z.string().optional(),
});
export type ErrorRule = z.infer<typeof errorRuleSchema>;

export const releaseSchema = z.object({
  version: z.string(),
  date: z.string(),
  breaking: z.boolean(),
  notes: z.string(),
  /** What differs from the release before, where it was computed. */
  changes: z.array(changeSchema).optional(),
});

const pathsSchema = z.union([z.string(), z.array(z.string())]);

/** An answer of 200 that is an error: `path` holds `equals`, or without it anything but an empty value. */
const failedWhenSchema = z.object({ path: z.string(), equals: z.any().optional() });

export const networkSchema = z.object({
  /** Hosts a credential may be sent to; `*` where the person names the host. */
  allowedHosts: z.array(z.string()),
  /** What paths are appended to; may hold `{config.x}` and `{account.x}`. */
  baseUrl: z.string().optional(),
  /** Sent with every request, such as a version. */
  headers: z.record(z.string(), z.string()).optional(),
  /** Requests in a time that the provider allows; kept for each connection. */
  limits: z.array(z.object({ requests: z.number(), perS: z.number() })).optional(),
  /** How errors look in an answer; needed where it is not the usual way. */
  answers: z
    .object({
      failedWhen: z.union([failedWhenSchema, z.array(failedWhenSchema)]).optional(),
      /** Dotted paths of the code and the words; of several the first that holds something. */
      code: pathsSchema.optional(),
      message: pathsSchema.optional(),
    })
    .optional(),
});

export type NetworkManifest = z.infer<typeof networkSchema>;

export const originSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('code') }),
  z.object({ kind: z.literal('openapi'), sha256: z.string(), source: z.string().optional() }),
  z.object({
    kind: z.literal('mcp'),
    transport: z.enum(['http', 'stdio']),
    /** Its address, or its name on the operator's list. */
    server: z.string(),
    toolsHash: z.string(),
  }),
]);

export const connectorManifestSchema = z.object({
  format: z.literal('connector/1'),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Exact semver; `(id, version)` never changes once released. */
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  name: z.string(),
  description: z.string(),
  categories: z.array(z.string()),
  /** What people do with it, a sentence each. */
  useCases: z.array(z.string()).optional(),
  /** A service on the net, a protocol, files, or a building block of our own. */
  kind: z.enum(['service', 'protocol', 'file', 'core']).default('core'),
  origin: originSchema.default({ kind: 'code' }),
  /** `svg` is inline markup we drew or may use; `color` is the tile's, as `#rrggbb`. */
  icon: z.object({ svg: z.string().optional(), color: z.string() }),
  docsUrl: z.string().optional(),
  releases: z.array(releaseSchema),
  network: networkSchema,
  /** Non-secret settings of a connection. */
  config: jsonSchemaSchema,
  auth: z.array(authSchemeSchema).min(1),
  /** True when actions run without a connection too. */
  connectionOptional: z.boolean().optional(),
  /** The request that proves a connection, and the path of the account's name in its answer. */
  test: z.object({ http: httpBindingSchema, identity: z.string().optional() }).optional(),
  actions: z.record(z.string(), actionSchema),
  triggers: z.record(z.string(), triggerSchema).default({}),
  /** The option sources that `x-options` may refer to. */
  options: z.record(z.string(), optionSourceSchema),
  errors: z.array(errorRuleSchema),
  /** Schemas that actions refer to as `#/$defs/<name>`. */
  $defs: z.record(z.string(), jsonSchemaSchema).optional(),
});
/** A type of integration, as pure JSON: the catalogue's face of a connector. */
export type ConnectorManifest = z.infer<typeof connectorManifestSchema>;
