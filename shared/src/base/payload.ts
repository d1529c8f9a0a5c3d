import { z } from 'zod';

import { jsonSchema } from './json.ts';

/** Bytes of JSON text up to which a value is kept in the journal row itself. */
export const INLINE_BYTES = 256 * 1024;

/** A value in the journal: in place, or stored aside because it is large (`size` in bytes of JSON). */
export const payloadSchema = z.union([
  z.object({ value: jsonSchema }),
  z.object({ blob: z.string(), size: z.number().int() }),
]);
export type Payload = z.infer<typeof payloadSchema>;
