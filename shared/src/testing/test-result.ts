import { z } from 'zod';

import { jsonSchema, problemSchema } from '#base';

import { testScopeSchema } from './test-case.ts';

/** One place where a value is not as expected. `path` is as expressions write it: `lines[0].sku`. */
export const differenceSchema = z.object({
  path: z.string(),
  kind: z.enum(['changed', 'missing', 'unexpected']),
  expected: jsonSchema.optional(),
  actual: jsonSchema.optional(),
});
export type Difference = z.infer<typeof differenceSchema>;

export const checkResultSchema = z.object({
  ok: z.boolean(),
  /** What was checked, in words. */
  says: z.string(),
  differences: z.array(differenceSchema),
  problem: problemSchema.optional(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** `broken`: it could not be run at all. Times are ms. */
export const testResultSchema = z.object({
  case: z.string(),
  name: z.string(),
  scope: testScopeSchema,
  status: z.enum(['passed', 'failed', 'broken']),
  ms: z.number(),
  problem: problemSchema.optional(),
  checks: z.array(checkResultSchema),
});
export type TestResult = z.infer<typeof testResultSchema>;

/** A suite that was run. `version` is absent for the draft. */
export const testBatchSchema = z.object({
  id: z.string(),
  subject: z.string(),
  at: z.number(),
  by: z.string(),
  ms: z.number(),
  version: z.number().int().optional(),
  /** Only some of the tests were run. */
  part: z.boolean().optional(),
  passed: z.number().int(),
  failed: z.number().int(),
  results: z.array(testResultSchema),
});
export type TestBatch = z.infer<typeof testBatchSchema>;
