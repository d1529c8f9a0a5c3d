import { z } from 'zod';

import { jsonSchema } from '#base';
import { mockSchema } from '#runs';

const node = z.string().max(40);

/** What is tested: a whole flow, one of its nodes, only a node's mapping, or a connection's action. */
export const testScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flow'), trigger: node }),
  z.strictObject({ kind: z.literal('node'), node }),
  z.strictObject({ kind: z.literal('mapping'), node }),
  z.strictObject({
    kind: z.literal('action'),
    connector: z.string().max(100),
    version: z.string().max(40),
    action: z.string().max(200),
    /** It goes through everything and keeps nothing, where the action can. */
    dryRun: z.boolean().optional(),
  }),
]);
export type TestScope = z.infer<typeof testScopeSchema>;

/**
 * Which value a check looks at: `output`, `response`, `problem`, or of a flow's step by its key
 * `steps.<key>.input`, `steps.<key>.output`, `steps.<key>.problem`.
 */
const of = z
  .string()
  .regex(/^(output|input|response|problem|steps\.\w+\.(input|output|problem))$/)
  .default('output');

export const checkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('equals'), of, value: jsonSchema }),
  /** The value holds at least this: fields that are not named may be anything. */
  z.strictObject({ kind: z.literal('includes'), of, value: jsonSchema }),
  z.strictObject({ kind: z.literal('schema'), of, schema: z.record(z.string(), z.any()) }),
  /** Sees `{ outcome, output, input, response, problem, steps }`; passes when it is true. */
  z.strictObject({
    kind: z.literal('jsonata'),
    expression: z.string().min(1).max(20_000),
    says: z.string().max(200).optional(),
  }),
]);
export type Check = z.infer<typeof checkSchema>;

/** A test as a person writes it. */
export const testDraftSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  scope: testScopeSchema,
  /** Payload of the flow, document of the node or mapping, input of the action. */
  input: jsonSchema,
  /** What stands in for steps, by node id, or by step id for one pass of a loop. */
  mocks: z.record(z.string().max(200), mockSchema).default({}),
  /** The time it is, in ms since 1970; then ids and chance stand still too. */
  at: z.number().optional(),
  outcome: z.enum(['done', 'failed']).default('done'),
  checks: z.array(checkSchema).max(50).default([]),
});
export type TestDraft = z.infer<typeof testDraftSchema>;

export const testCaseSchema = testDraftSchema.extend({
  id: z.string(),
  updatedAt: z.number(),
  updatedBy: z.string(),
});
export type TestCase = z.infer<typeof testCaseSchema>;

/** The test as a person writes it, without what belongs to this copy of it. */
export function draftOf({
  id: _id,
  updatedAt: _at,
  updatedBy: _by,
  ...draft
}: TestCase): TestDraft {
  return draft;
}

/** What a suite belongs to: `flow:<id>` or `connection:<id>`. */
export const subjectSchema = z.string().regex(/^(flow|connection):[0-9a-z]{1,40}$/);
