import { z } from 'zod';

import { payloadSchema, problemSchema } from '#base';

/** `seq` counts from 1 without gaps within a run; `at` is ms since 1970. */
const fact = { seq: z.number().int(), at: z.number() };

/**
 * `step` is the node's id, and inside loops the path to it: `<loop step>.<index>.<node>`.
 * `startedAt` is when the attempt that ended began.
 */
const ofStep = { ...fact, step: z.string(), node: z.string() };

export const runEventSchema = z.discriminatedUnion('type', [
  /** A worker took the run; `takeover` counts the workers that died on it since it last got on. */
  z.object({
    ...fact,
    type: z.literal('run.started'),
    worker: z.string(),
    takeover: z.number().int(),
  }),
  /** Written before an effect, so that the input stays the same over a crash. */
  z.object({
    ...ofStep,
    type: z.literal('step.started'),
    attempt: z.number().int(),
    input: payloadSchema.optional(),
  }),
  z.object({
    ...ofStep,
    type: z.literal('step.done'),
    port: z.string(),
    output: payloadSchema,
    startedAt: z.number(),
  }),
  z.object({
    ...ofStep,
    type: z.literal('step.retrying'),
    attempt: z.number().int(),
    problem: problemSchema,
    dueAt: z.number(),
  }),
  /** All attempts are used up. `handled`: the error port is wired, the run goes on there. */
  z.object({
    ...ofStep,
    type: z.literal('step.failed'),
    attempt: z.number().int(),
    problem: problemSchema,
    handled: z.boolean(),
    /** The innermost step behind the failure of a loop. */
    origin: z.string().optional(),
    startedAt: z.number(),
  }),
  /** Waits for a time, for the run `child` that it called, or `paused` for a person's word. */
  z.object({
    ...ofStep,
    type: z.literal('step.waiting'),
    until: z.number().optional(),
    child: z.string().optional(),
    paused: z.boolean().optional(),
  }),
  /** The answer for the webhook's caller: `{ status, headers, body }`. */
  z.object({ ...fact, type: z.literal('run.responded'), response: payloadSchema }),
  z.object({ ...fact, type: z.literal('run.done'), output: payloadSchema }),
  z.object({
    ...fact,
    type: z.literal('run.failed'),
    problem: problemSchema,
    step: z.string().optional(),
  }),
  z.object({ ...fact, type: z.literal('run.cancelled'), by: z.string() }),
  /** Workers died on it again and again without getting on. */
  z.object({ ...fact, type: z.literal('run.quarantined'), problem: problemSchema }),
]);
export type RunEvent = z.infer<typeof runEventSchema>;
export type RunEventType = RunEvent['type'];
export type RunEventOf<T extends RunEventType> = Extract<RunEvent, { type: T }>;

/** A fact that has no number yet: what the engine says. */
export type NewRunEvent = RunEvent extends infer E
  ? E extends RunEvent
    ? Omit<E, 'seq'>
    : never
  : never;
