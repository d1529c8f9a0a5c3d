import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import type { JsonSchema } from '@patchbay/shared/catalog';

import { tamePatterns } from './tame-patterns.ts';

/** Messages by the path of the field: `auth.token`, `lines.0.sku`. */
export type FieldErrors = Record<string, string>;

// Keywords that only report that something below them failed.
const WRAPPERS = new Set(
  'properties items prefixItems additionalProperties oneOf anyOf allOf if then else $ref dependentSchemas'.split(
    ' ',
  ),
);

/** True when the value is valid; a schema that can't be understood holds for everything. */
export function holdsFor(schema: JsonSchema, value: unknown): boolean {
  try {
    return new Validator(tamePatterns(schema) as Schema, '2020-12', true).validate(value ?? {})
      .valid;
  } catch {
    return true;
  }
}

/** What is wrong with a value, field by field, in plain words. cfworker interprets, so no CSP is broken. */
export function validateValue(schema: JsonSchema, value: unknown): FieldErrors {
  const errors: FieldErrors = {};
  for (const unit of unitsOf(schema, value)) {
    if (WRAPPERS.has(unit.keyword)) continue;
    const path = pathOf(unit.instanceLocation);
    if (unit.keyword === 'required') addMissing(errors, path, unit.error);
    else errors[path] ??= wordsFor(unit, schemaAt(schema, path));
  }
  return errors;
}

function unitsOf(schema: JsonSchema, value: unknown): OutputUnit[] {
  try {
    return new Validator(tamePatterns(schema) as Schema, '2020-12', false).validate(value ?? {})
      .errors;
  } catch {
    return [];
  }
}

function pathOf(pointer: string): string {
  const parts = pointer.split('/').slice(1);
  return parts
    .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

function addMissing(errors: FieldErrors, path: string, message: string): void {
  const name = /"([^"]+)"/.exec(message)?.[1];
  if (name !== undefined) errors[path ? `${path}.${name}` : name] = 'This is required.';
}

function schemaAt(schema: JsonSchema, path: string): JsonSchema {
  let current: JsonSchema | undefined = schema;
  for (const part of path.split('.')) {
    const items: unknown = current?.items;
    current = current?.properties?.[part] ?? (items as JsonSchema | undefined);
  }
  return current ?? {};
}

const KINDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  null: 'empty',
};

function kindWords(type = ''): string {
  return KINDS[type] ?? 'of another type';
}

function wordsFor({ keyword, error }: OutputUnit, schema: JsonSchema): string {
  const limit = (name: string): string => JSON.stringify(schema[name]);
  switch (keyword) {
    case 'type':
      return `This must be ${[schema.type].flat().map(kindWords).join(' or ')}.`;
    case 'enum':
      return 'Choose one of the values.';
    case 'minLength':
      return schema.minLength === 1
        ? 'This is required.'
        : `At least ${limit('minLength')} characters.`;
    case 'maxLength':
      return `At most ${limit('maxLength')} characters.`;
    case 'minimum':
      return `At least ${limit('minimum')}.`;
    case 'maximum':
      return `At most ${limit('maximum')}.`;
    case 'minItems':
      return `At least ${limit('minItems')}.`;
    case 'maxItems':
      return `At most ${limit('maxItems')}.`;
    case 'pattern':
      return `This must match ${limit('pattern')}.`;
    case 'format':
      return `This must be a valid ${limit('format')}.`;
    default:
      return error;
  }
}
