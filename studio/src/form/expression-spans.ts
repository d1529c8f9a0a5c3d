import type { JsonObject } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import { fieldAt, literalOf, readObject, type ObjectField } from '@patchbay/shared/mapping';

import { validateValue, type FieldErrors } from './validate.ts';

/** True when the span computes something: neither a literal nor an object of fields. */
function computes(text: string, { valueStart, valueEnd }: ObjectField): boolean {
  if (literalOf(text.slice(valueStart, valueEnd))) return false;
  return readObject(text, valueStart, valueEnd) === undefined;
}

/** The texts of all computed fields, also of those in nested objects. */
export function computedTexts(text: string, start = 0, end: number = text.length): string[] {
  const fields = readObject(text, start, end)?.fields ?? [];
  return fields.flatMap((field) => {
    const { valueStart, valueEnd } = field;
    if (computes(text, field)) return [text.slice(valueStart, valueEnd)];
    return literalOf(text.slice(valueStart, valueEnd))
      ? []
      : computedTexts(text, valueStart, valueEnd);
  });
}

/** The literal part of an object's text as a value; computed fields are left out. */
export function literalPart(text: string, start = 0, end: number = text.length): JsonObject {
  const fields = readObject(text, start, end)?.fields ?? [];
  const entries = fields.flatMap(({ key, valueStart, valueEnd }): [string, unknown][] => {
    if (key === undefined) return [];
    const literal = literalOf(text.slice(valueStart, valueEnd));
    if (literal) return [[key, literal.value]];
    const nested = readObject(text, valueStart, valueEnd);
    return nested ? [[key, literalPart(text, valueStart, valueEnd)]] : [];
  });
  return Object.fromEntries(entries) as JsonObject;
}

/**
 * What is wrong with the literals of a text, by field. What is missing is no error yet: the field's
 * mark says that it is required, and checking the flow says what keeps it from running.
 */
export function wrongLiterals(schema: JsonSchema, text: string, values: JsonObject): FieldErrors {
  const all = Object.entries(validateValue(schema, values));
  return Object.fromEntries(
    all.filter(([path]) => {
      const field = fieldAt(text, path.split('.'));
      return field !== undefined && !computes(text, field);
    }),
  );
}
