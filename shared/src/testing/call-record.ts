import { z } from 'zod';

import { jsonSchema, problemSchema } from '#base';

import { exchangeSchema } from './exchange.ts';

/** An action to be called by hand. */
export const callRequestSchema = z.strictObject({
  connector: z.string().max(100),
  version: z.string().max(40),
  action: z.string().max(200),
  connection: z.string().max(40).optional(),
  input: jsonSchema,
});
export type CallRequest = z.infer<typeof callRequestSchema>;

/** A call that was made, without secrets. Times are ms, the first since 1970. */
export const callRecordSchema = callRequestSchema.extend({
  id: z.string(),
  at: z.number(),
  by: z.string(),
  ok: z.boolean(),
  /** It went through everything and kept nothing. */
  dryRun: z.boolean().optional(),
  ms: z.number(),
  output: jsonSchema.optional(),
  /** Bytes of the output's JSON when that was too large to be kept. */
  omitted: z.number().int().optional(),
  problem: problemSchema.optional(),
  /** What went over the wire, in order: redirects and further attempts are requests of their own. */
  exchanges: z.array(exchangeSchema),
});
export type CallRecord = z.infer<typeof callRecordSchema>;
