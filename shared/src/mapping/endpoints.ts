import { z } from 'zod';

import { defineEndpoint, jsonSchema, okSchema, problemSchema } from '#base';

import { functionNameSchema, namedFunctionSchema } from './named-function.ts';

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

/** A function as it is kept; times are ms since 1970. */
export const keptFunctionSchema = namedFunctionSchema.extend({
  /** Counts its changes; a save names the one it started from. */
  revision: z.number().int(),
  updatedAt: z.number(),
  updatedBy: z.string(),
});
export type KeptFunction = z.infer<typeof keptFunctionSchema>;

const named = z.object({ name: functionNameSchema });

export const listFunctions = defineEndpoint({
  name: 'mapping.functions',
  method: 'GET',
  path: '/api/mapping/functions',
  permission: 'flow.read',
  summary: 'The functions of the project, by name',
  result: z.object({ items: z.array(keptFunctionSchema) }),
});

/** Refuses what `checkFunction` finds, and examples that give something else than they say. */
export const saveFunction = defineEndpoint({
  name: 'mapping.saveFunction',
  method: 'PUT',
  path: '/api/mapping/functions/:name',
  permission: 'flow.edit',
  summary: 'Make or change a function of the project; published versions keep the one they have',
  params: named,
  body: namedFunctionSchema.omit({ name: true }).extend({
    /** Of the function that was changed; left out for a new one. */
    revision: z.number().int().optional(),
  }),
  result: keptFunctionSchema,
});

export const functionUses = defineEndpoint({
  name: 'mapping.functionUses',
  method: 'GET',
  path: '/api/mapping/functions/:name/uses',
  permission: 'flow.read',
  summary: 'The drafts and functions that call a function',
  params: named,
  result: z.object({
    flows: z.array(z.object({ id: z.string(), name: z.string() })),
    functions: z.array(z.string()),
  }),
});

export const deleteFunction = defineEndpoint({
  name: 'mapping.deleteFunction',
  method: 'DELETE',
  path: '/api/mapping/functions/:name',
  permission: 'flow.edit',
  summary: 'Delete a function of the project; published versions keep it',
  params: named,
  result: okSchema,
});
