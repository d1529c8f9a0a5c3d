import { z } from 'zod';

import { defineEndpoint, jsonSchema, okSchema, pageOf, pageQuery, payloadSchema } from '#base';
import { graphSchema, scheduleConfigSchema } from '#flows';

import { runEventSchema } from './event.ts';
import { captureSchema, runSummarySchema } from './run.ts';
import { scriptRequestSchema } from './script.ts';
import { RUN_STATUSES } from './view.ts';

const params = z.object({ id: z.string() });
const ofTrigger = z.object({ id: z.string(), node: z.string() });

export const listRuns = defineEndpoint({
  name: 'runs.list',
  method: 'GET',
  path: '/api/runs',
  permission: 'run.read',
  summary: 'Runs, newest first',
  query: pageQuery.extend({
    flow: z.string().optional(),
    /** One status, or several with commas. */
    status: z
      .string()
      .regex(new RegExp(`^(${RUN_STATUSES.join('|')})(,(${RUN_STATUSES.join('|')}))*$`))
      .optional(),
    trigger: z.string().optional(),
    /** Runs that failed on this connection and were not tried again since. */
    connection: z.string().max(100).optional(),
    /** Created at or after / before, ms since 1970. */
    from: z.coerce.number().optional(),
    to: z.coerce.number().optional(),
  }),
  result: pageOf(runSummarySchema),
});

/** `events` are all facts so far; fold them with `foldRun` and follow with `runs.events`. */
export const getRun = defineEndpoint({
  name: 'runs.get',
  method: 'GET',
  path: '/api/runs/:id',
  permission: 'run.read',
  summary: 'One run: the graph it ran, its input and its events',
  params,
  result: z.object({
    run: runSummarySchema,
    graph: graphSchema,
    input: payloadSchema,
    events: z.array(runEventSchema),
    /** Outputs that were pinned in this test run, by node. */
    pins: z.record(z.string(), z.object({ output: jsonSchema })),
    /** Runs started to retry this one. */
    retries: z.array(z.string()),
  }),
});

/** Server-sent events; each `id` is the event's `seq`, `Last-Event-ID` resumes after it. */
export const followRun = defineEndpoint({
  name: 'runs.events',
  method: 'GET',
  path: '/api/runs/:id/events',
  permission: 'run.read',
  summary: 'The facts of a run as they happen, ending with the run',
  stream: true,
  params,
  query: z.object({ after: z.coerce.number().int().optional() }),
  result: runEventSchema,
});

export const getPayload = defineEndpoint({
  name: 'runs.getPayload',
  method: 'GET',
  path: '/api/runs/:id/payloads/:blob',
  permission: 'run.read',
  summary: 'A large value that is kept beside the journal',
  params: z.object({ id: z.string(), blob: z.string() }),
  result: jsonSchema,
});

/** Runs the draft (`draft: true`) or the live version from a trigger (default: the first one). */
export const startRun = defineEndpoint({
  name: 'runs.start',
  method: 'POST',
  path: '/api/flows/:id/runs',
  permission: 'run.start',
  summary: 'Start a run by hand',
  params,
  body: z.strictObject({
    draft: z.boolean().default(false),
    trigger: z.string().optional(),
    payload: jsonSchema.optional(),
    /** Only with `draft`. */
    script: scriptRequestSchema.optional(),
    /**
     * The data of an earlier run: its payload, and what its steps gave before `node`, of which
     * `fresh` keeps only what the draft would give again.
     */
    base: z
      .strictObject({
        run: z.string(),
        node: z.string().optional(),
        keep: z.enum(['fresh', 'all']).default('fresh'),
      })
      .optional(),
  }),
  result: z.object({ run: z.string() }),
});

export const cancelRun = defineEndpoint({
  name: 'runs.cancel',
  method: 'POST',
  path: '/api/runs/:id/cancel',
  permission: 'run.control',
  summary: 'Stop a run now; always ends it',
  params,
  result: okSchema,
});

/** For test runs that stand before a breakpoint. */
export const continueRun = defineEndpoint({
  name: 'runs.continue',
  method: 'POST',
  path: '/api/runs/:id/continue',
  permission: 'run.start',
  summary: 'Let a paused test run go on, to the next breakpoint or by one step',
  params,
  body: z.strictObject({ stepping: z.boolean().default(false) }),
  result: okSchema,
});

export const retryRun = defineEndpoint({
  name: 'runs.retry',
  method: 'POST',
  path: '/api/runs/:id/retry',
  permission: 'run.start',
  summary: 'Run again, from the start or keeping the steps that were done',
  params,
  body: z.strictObject({
    from: z.enum(['start', 'failed']).default('failed'),
    /** `draft` tries a mended draft on the real data. */
    version: z.enum(['same', 'newest', 'draft']).default('same'),
  }),
  result: z.object({ run: z.string() }),
});

/** Catches the next requests to a webhook as samples, live or not. */
export const listen = defineEndpoint({
  name: 'runs.listen',
  method: 'POST',
  path: '/api/flows/:id/triggers/:node/listen',
  permission: 'flow.edit',
  summary: 'Capture what arrives at a webhook for a while',
  params: ofTrigger,
  body: z.strictObject({ seconds: z.number().int().min(0).max(3600).default(300) }),
  result: z.object({ until: z.number() }),
});

export const listCaptures = defineEndpoint({
  name: 'runs.listCaptures',
  method: 'GET',
  path: '/api/flows/:id/triggers/:node/captures',
  permission: 'flow.read',
  summary: 'The last captured requests of a webhook, newest first',
  params: ofTrigger,
  result: z.object({
    url: z.string(),
    listeningUntil: z.number().optional(),
    items: z.array(captureSchema),
  }),
});

export const previewSchedule = defineEndpoint({
  name: 'runs.previewSchedule',
  method: 'POST',
  path: '/api/schedules/preview',
  permission: 'flow.read',
  summary: 'The next five times of a schedule',
  body: scheduleConfigSchema,
  result: z.object({ next: z.array(z.number()) }),
});
