import { z } from 'zod';

import { defineEndpoint, problemSchema } from '#base';

import { differenceSchema } from './test-result.ts';

/** Ended runs to be run again, mended. */
export const replayRequestSchema = z.strictObject({
  runs: z.array(z.string().max(40)).min(1).max(200),
  /** `failed` keeps what was done. Idempotency keys stay those of the first run either way. */
  from: z.enum(['start', 'failed']).default('failed'),
  version: z.enum(['same', 'newest', 'draft']).default('same'),
  /** JSONata that makes the new payload; it sees the old one as `trigger`. */
  patch: z.string().max(200_000).optional(),
});
export type ReplayRequest = z.infer<typeof replayRequestSchema>;

/** What would be different for one run: its payload, and what its failed step is given. */
export const replayPreviewSchema = z.object({
  run: z.string(),
  payload: z.array(differenceSchema),
  step: z
    .object({ node: z.string(), title: z.string(), input: z.array(differenceSchema) })
    .optional(),
  /** Why it can't be replayed, or what its step would still fail with. */
  problem: problemSchema.optional(),
});
export type ReplayPreview = z.infer<typeof replayPreviewSchema>;

export const previewReplay = defineEndpoint({
  name: 'testing.previewReplay',
  method: 'POST',
  path: '/api/replays/preview',
  permission: 'run.read',
  summary: 'What a replay would change, run by run; nothing is started',
  body: replayRequestSchema,
  result: z.object({ items: z.array(replayPreviewSchema) }),
});

export const replayRuns = defineEndpoint({
  name: 'testing.replayRuns',
  method: 'POST',
  path: '/api/replays',
  permission: 'run.start',
  summary: 'Run ended runs again, with their payloads patched or by a mended flow',
  body: replayRequestSchema,
  result: z.object({
    items: z.array(
      z.object({
        run: z.string(),
        retry: z.string().optional(),
        problem: problemSchema.optional(),
      }),
    ),
  }),
});
