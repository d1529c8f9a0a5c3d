import { z } from 'zod';

import { flowFileSchema } from '#flows';

import { testDraftSchema } from './test-case.ts';

/** A flow as a file together with its tests: they are versioned as the flow is. */
export const testedFlowFileSchema = flowFileSchema.extend({
  tests: z.array(testDraftSchema).max(1000).default([]),
});
export type TestedFlowFile = z.infer<typeof testedFlowFileSchema>;
