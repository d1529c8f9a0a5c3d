import { z } from 'zod';

/** One difference between two versions of a connector. */
export const changeSchema = z.object({
  kind: z.enum(['added', 'changed', 'removed']),
  what: z.enum(['action', 'trigger', 'sign-in', 'setting', 'connector']),
  id: z.string(),
  title: z.string(),
  /** A flow that worked before may stop working. */
  breaking: z.boolean(),
  /** What is different, in words. */
  words: z.string(),
});
export type Change = z.infer<typeof changeSchema>;
