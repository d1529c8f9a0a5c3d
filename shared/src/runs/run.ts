import { z } from 'zod';

import { problemSchema } from '#base';

import { RUN_STATUSES } from './view.ts';

/** A run as lists show it. Times are ms since 1970. */
export const runSummarySchema = z.object({
  id: z.string(),
  flowId: z.string(),
  flowName: z.string(),
  /** The project of its flow. */
  project: z.string(),
  status: z.enum(RUN_STATUSES),
  /** Kind of what started it: `manual`, `webhook`, `schedule`, `called`. */
  trigger: z.string(),
  /** The trigger node. */
  triggerNode: z.string(),
  /** Number of the flow version; absent for a test run of the draft. */
  version: z.number().int().optional(),
  createdAt: z.number(),
  startedAt: z.number().optional(),
  endedAt: z.number().optional(),
  problem: problemSchema.optional(),
  /** The run that this one retries, or that called it. */
  retryOf: z.string().optional(),
  parent: z.string().optional(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** A real request caught by "listen", as the trigger's payload. */
export const captureSchema = z.object({
  id: z.string(),
  at: z.number(),
  payload: z.any(),
});
export type Capture = z.infer<typeof captureSchema>;
