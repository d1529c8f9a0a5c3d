import { z } from 'zod';

import { paginateSchema } from './http-binding.ts';

/** Something a document does not say, or says in a way that can't be used. */
export const gapSchema = z.object({
  code: z.enum([
    'no_auth',
    'auth_unusable',
    'no_base_url',
    'no_test',
    'no_operation_id',
    'no_response',
    'external_ref',
    'broken_ref',
    'bad_pattern',
    'xml_body',
    'body_unusable',
    'renamed_field',
    'no_hints',
    'sign_in_first',
  ]),
  /** What is missing and what comes of it, in words. */
  message: z.string(),
  count: z.number().int(),
  /** Some of the places. */
  examples: z.array(z.string()),
});
export type Gap = z.infer<typeof gapSchema>;

/** What a conversion found beside the manifest. */
export const findingsSchema = z.object({
  /** The document's own format and version. */
  format: z.string(),
  documentVersion: z.string(),
  gaps: z.array(gapSchema),
  /** How lists seem to go on, by action: a guess to be confirmed. */
  pagination: z.record(z.string(), paginateSchema),
  /** Actions that could prove a connection: reads without input. */
  tests: z.array(z.string()),
});
export type Findings = z.infer<typeof findingsSchema>;
