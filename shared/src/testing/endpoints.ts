import { z } from 'zod';

import { defineEndpoint, jsonSchema, problemSchema } from '#base';

/**
 * Performs one node of the draft on a document `{ trigger, steps, … }` the caller gives. Nothing is
 * journaled; an action really calls the other system. `input` is what its expression made.
 */
export const testNode = defineEndpoint({
  name: 'testing.testNode',
  method: 'POST',
  path: '/api/flows/:id/nodes/:node/test',
  permission: 'run.start',
  summary: 'Run one node of the draft alone',
  params: z.object({ id: z.string(), node: z.string() }),
  body: z.strictObject({ document: z.record(z.string(), jsonSchema) }),
  result: z.object({
    ok: z.boolean(),
    input: jsonSchema.optional(),
    output: jsonSchema.optional(),
    port: z.string().optional(),
    problem: problemSchema.optional(),
    /** Time it took, in ms. */
    ms: z.number(),
  }),
});
