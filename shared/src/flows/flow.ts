import { z } from 'zod';

import { flowEditSchema } from './edit.ts';
import { graphSchema } from './graph.ts';

/** Ended and not yet ended states of a run that a flow list shows. */
export const lastRunSchema = z.object({ id: z.string(), status: z.string(), at: z.number() });

/** A flow as lists show it. Times are ms since 1970. */
export const flowSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  project: z.string(),
  /** Counts edits saved to the draft; a save names the one it started from. */
  revision: z.number().int(),
  /** Number of the live version; absent when nothing is live. */
  liveVersion: z.number().int().optional(),
  /** True once it has a version. */
  published: z.boolean(),
  /** True when the draft differs from the newest version, or there is none. */
  changed: z.boolean(),
  triggers: z.array(z.string()),
  createdAt: z.number(),
  updatedAt: z.number(),
  updatedBy: z.string(),
  lastRun: lastRunSchema.optional(),
});
export type FlowSummary = z.infer<typeof flowSummarySchema>;

export const retentionSchema = z.object({
  /** Ended runs are deleted after this many days; absent: kept. */
  days: z.number().int().min(1).max(3650).optional(),
  /** Only this many ended runs are kept. */
  count: z.number().int().min(1).max(1_000_000).optional(),
});
export type Retention = z.infer<typeof retentionSchema>;

/** A flow with its draft. */
export const flowSchema = flowSummarySchema.extend({
  graph: graphSchema,
  retention: retentionSchema,
});
export type Flow = z.infer<typeof flowSchema>;

/** An edit as it was saved: which revision it made, who, when (ms). */
export const savedEditSchema = z.object({
  revision: z.number().int(),
  by: z.string(),
  at: z.number(),
  edit: flowEditSchema,
});
export type SavedEdit = z.infer<typeof savedEditSchema>;

/** A flow as a file: what export writes and import reads. */
export const flowFileSchema = z.object({
  format: z.literal('patchbay-flow/1'),
  name: z.string().min(1).max(10_000),
  graph: graphSchema,
  /** What the connections in it are called where it comes from, by id; never a secret. */
  connections: z
    .record(z.string(), z.object({ name: z.string(), connector: z.string() }))
    .default({}),
});
export type FlowFile = z.infer<typeof flowFileSchema>;
