import { z } from 'zod';

import { defineEndpoint } from '#base';
import { graphSchema } from '#flows';

export const versionSchema = z.object({
  number: z.number().int(),
  /** What its author said about it. */
  notes: z.string(),
  live: z.boolean(),
  publishedAt: z.number(),
  publishedBy: z.string(),
  /** What its expressions were published with: jsonata and our functions, each with its version. */
  engine: z.string(),
  /** Another engine evaluates it now than it was published with: test it before relying on it. */
  engineChanged: z.boolean(),
});
export type Version = z.infer<typeof versionSchema>;

/** What a live trigger answers to. */
export const armedTriggerSchema = z.object({
  node: z.string(),
  kind: z.string(),
  url: z.string().optional(),
  nextAt: z.number().optional(),
});

const params = z.object({ id: z.string() });

export const listVersions = defineEndpoint({
  name: 'versions.list',
  method: 'GET',
  path: '/api/flows/:id/versions',
  permission: 'flow.read',
  summary: 'The versions of a flow, newest first',
  params,
  result: z.object({ items: z.array(versionSchema) }),
});

export const getVersion = defineEndpoint({
  name: 'versions.get',
  method: 'GET',
  path: '/api/flows/:id/versions/:number',
  permission: 'flow.read',
  summary: 'One version with its graph',
  params: z.object({ id: z.string(), number: z.coerce.number().int() }),
  result: versionSchema.extend({ graph: graphSchema }),
});

/** Refuses with `flow_invalid` and all problems in `details.problems` when the draft can't run. */
export const publishFlow = defineEndpoint({
  name: 'versions.publish',
  method: 'POST',
  path: '/api/flows/:id/publish',
  permission: 'flow.publish',
  summary: 'Make the draft a version and set it live; returns when its triggers answer',
  params,
  body: z.strictObject({
    notes: z.string().max(10_000).default(''),
    revision: z.number().int().optional(),
  }),
  result: z.object({ version: versionSchema, triggers: z.array(armedTriggerSchema) }),
});

/** `version: null` takes the flow off. */
export const setLive = defineEndpoint({
  name: 'versions.setLive',
  method: 'POST',
  path: '/api/flows/:id/live',
  permission: 'flow.publish',
  summary: 'Set a version live, or none',
  params,
  body: z.strictObject({ version: z.number().int().nullable() }),
  result: z.object({
    liveVersion: z.number().int().optional(),
    triggers: z.array(armedTriggerSchema),
  }),
});
