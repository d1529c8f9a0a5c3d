import { z } from 'zod';

import { defineEndpoint, jsonSchema, problemSchema } from '#base';

/** What an evaluation gave: a value, or a Problem with its place. */
export const evaluationSchema = z.union([
  z.object({ ok: z.literal(true), value: jsonSchema.optional() }),
  z.object({ ok: z.literal(false), problem: problemSchema }),
]);
export type Evaluation = z.infer<typeof evaluationSchema>;

/** Evaluates with the very function production uses, in a process that is killed when it hangs. */
export const evaluate = defineEndpoint({
  name: 'mapping.evaluate',
  method: 'POST',
  path: '/api/mapping/evaluate',
  permission: 'flow.edit',
  summary: 'Evaluate expressions on a document',
  body: z.strictObject({
    expressions: z.array(z.string().max(200_000)).min(1).max(50),
    document: z.record(z.string(), jsonSchema),
  }),
  result: z.object({ results: z.array(evaluationSchema) }),
});
