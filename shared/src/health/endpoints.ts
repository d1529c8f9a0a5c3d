import { z } from 'zod';

import { defineEndpoint } from '#base';
import { CONNECTION_STATUSES } from '#connections';

export const flowHealthSchema = z.object({
  flowId: z.string(),
  name: z.string(),
  done: z.number().int(),
  /** Failed or quarantined. */
  failed: z.number().int(),
  /** Runs that ended from `at` on for the length of a bucket, oldest first. */
  buckets: z.array(z.object({ at: z.number(), done: z.number().int(), failed: z.number().int() })),
  /** Median and 95th percentile of run duration in ms. */
  p50: z.number().optional(),
  p95: z.number().optional(),
  /** How its whole suite went last; `at` is ms since 1970. */
  tests: z
    .object({ passed: z.number().int(), failed: z.number().int(), at: z.number() })
    .optional(),
});

export const getHealth = defineEndpoint({
  name: 'health.get',
  method: 'GET',
  path: '/api/health',
  permission: 'run.read',
  summary: 'Runs, failures and durations of the last hours, and what needs attention',
  query: z.object({ hours: z.coerce.number().int().min(1).max(168).default(24) }),
  result: z.object({
    /** The time that is looked at, ms since 1970, and the length of a bucket. */
    period: z.object({ from: z.number(), to: z.number(), bucketMs: z.number().int() }),
    flows: z.array(flowHealthSchema),
    connections: z.array(
      z.object({ id: z.string(), name: z.string(), status: z.enum(CONNECTION_STATUSES) }),
    ),
    /** Runs by state right now. */
    queued: z.number().int(),
    running: z.number().int(),
    waiting: z.number().int(),
  }),
});
