import type { Json, JsonObject } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import {
  fieldAt,
  literalOf,
  readEntries,
  readList,
  readObject,
  type ObjectField,
} from '@patchbay/shared/mapping';

import { validateValue, type FieldErrors } from './validate.ts';

/** True when the span computes something: neither a literal nor an object or list of fields. */
function computes(text: string, { valueStart, valueEnd }: ObjectField): boolean {
  if (literalOf(text.slice(valueStart, valueEnd))) return false;
  return readEntries(text, valueStart, valueEnd) === undefined;
}

/** The texts of all computed fields, also of those in nested objects and lists. */
export function computedTexts(text: string, start = 0, end: number = text.length): string[] {
  const fields = readEntries(text, start, end)?.fields ?? [];
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
  const fields = readEntries(text, start, end)?.fields ?? [];
  const entries = fields.flatMap((field): [string, Json][] => {
    const value = literalIn(text, field);
    return field.key === undefined || value === undefined ? [] : [[field.key, value]];
  });
  return Object.fromEntries(entries);
}

/** Computed items of a list are null here, so that the others keep their places. */
function literalIn(text: string, { valueStart, valueEnd }: ObjectField): Json | undefined {
  const literal = literalOf(text.slice(valueStart, valueEnd));
  if (literal) return literal.value as Json;
  if (readObject(text, valueStart, valueEnd)) return literalPart(text, valueStart, valueEnd);
  const list = readList(text, valueStart, valueEnd);
  return list?.fields.map((item) => literalIn(text, item) ?? null);
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
