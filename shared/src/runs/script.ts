import { z } from 'zod';

import { jsonSchema, PROBLEMS, type Json, type ProblemCode } from '#base';

/** What stands in for a step: what it gives and the exit it takes, or how it fails. */
export const mockSchema = z.union([
  z.strictObject({ output: jsonSchema, port: z.string().max(40).optional() }),
  z.strictObject({
    error: z.strictObject({
      message: z.string().min(1).max(2000),
      code: z
        .custom<ProblemCode>((v) => typeof v === 'string' && Object.hasOwn(PROBLEMS, v))
        .default('rejected'),
    }),
  }),
]);
export type Mock = z.infer<typeof mockSchema>;

const node = z.string().max(40);

/** What a person asks of a run of the draft beside its payload. */
export const scriptRequestSchema = z.strictObject({
  /** Only this node runs, and what leads to it. */
  until: node.optional(),
  /** Of these loops, only the item with this index. */
  only: z.record(node, z.number().int().min(0)).default({}),
  /** The run stops before the draft's breakpoints. */
  breakpoints: z.boolean().default(true),
  /** It stops before every step. */
  stepping: z.boolean().default(false),
});
export type ScriptRequest = z.infer<typeof scriptRequestSchema>;

/** How a test run departs from a real one; by node id. Runs in production have none. */
export interface RunScript {
  until?: string;
  only: Record<string, number>;
  /** The step is not run: this is its output. */
  pins: Record<string, { output: Json }>;
  /** The step's input is made, then this stands in for it. */
  mocks: Record<string, Mock>;
  breakpoints: string[];
  stepping: boolean;
  /** Steps that were let go on. */
  passed: string[];
  /** The time it is, for expressions and waits, in ms since 1970; waits then end at once. */
  at?: number;
}

export const emptyScript = (): RunScript => ({
  only: {},
  pins: {},
  mocks: {},
  breakpoints: [],
  stepping: false,
  passed: [],
});
