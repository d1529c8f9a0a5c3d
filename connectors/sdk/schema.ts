import type { JsonSchema } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { invalidInput } from './errors.ts';

/**
 * The JSON Schema of what a person fills in, as pure JSON. Our own keywords (`x-options`, `x-order`,
 * `x-secret`…) come through `.meta({ … })`.
 */
export function toJsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'input'): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return JSON.parse(JSON.stringify(rest)) as JsonSchema;
}

/** The checked value with defaults filled in; throws `invalid_input` naming the first wrong field. */
export function parseWith<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    // "not valid" is said already.
    message: issue.message.replace(/^Invalid input: /, ''),
  }));
  const [first] = issues;
  const where = first?.field ? `The field ${first.field} is not valid` : 'The input is not valid';
  throw invalidInput(`${where}: ${first?.message ?? 'unknown reason'}.`, {
    hint: 'Correct the field, or the expression that fills it.',
    field: first?.field,
    details: { issues },
  });
}
