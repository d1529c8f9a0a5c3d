import type { ProblemError } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { RE2JS } from 're2js';

import { invalidInput } from './errors.ts';

const MOST_COMPILED = 200;
const compiled = new Map<JsonSchema, ValidateFunction>();

/**
 * Checks a value against a schema that came with an imported connector; throws `invalid_input`
 * naming the first wrong field. Schemas are compiled at first use, and the latest ones kept.
 */
export function checkSchema(schema: JsonSchema, value: unknown, close: () => JsonSchema): void {
  const issues = schemaIssues(schema, value, close);
  const [first] = issues;
  if (!first) return;
  const where = first?.field ? `The field ${first.field} is not valid` : 'The input is not valid';
  throw invalidInput(`${where}: ${first?.message ?? 'unknown reason'}.`, {
    hint: 'Correct the field, or the expression that fills it.',
    field: first?.field,
    details: { issues: issues.slice(0, 20) },
  });
}

/** Where a value does not fit, in words; nothing when it does. */
export function schemaIssues(
  schema: JsonSchema,
  value: unknown,
  close: () => JsonSchema,
): { field: string; message: string }[] {
  const check = compiled.get(schema) ?? compile(close());
  compiled.delete(schema);
  compiled.set(schema, check);
  const oldest = compiled.keys().next();
  if (compiled.size > MOST_COMPILED && !oldest.done) compiled.delete(oldest.value);
  if (holds(check, value)) return [];
  return (check.errors ?? []).map((error) => ({ field: fieldOf(error), message: wordsOf(error) }));
}

function compile(schema: JsonSchema): ValidateFunction {
  try {
    // One for each schema: an instance keeps all it ever compiled.
    const ajv = new Ajv2020({
      strict: false,
      meta: false,
      validateSchema: false,
      validateFormats: false,
      logger: false,
      code: { regExp: linear },
    });
    return ajv.compile(schema);
  } catch (error) {
    throw unusable(error);
  }
}

/** A schema may come back to itself without a step into the value, or a value nest without end. */
function holds(check: ValidateFunction, value: unknown): boolean {
  try {
    return check(value);
  } catch (error) {
    throw unusable(error);
  }
}

function unusable(error: unknown): ProblemError {
  const isEndless = error instanceof RangeError;
  const why = isEndless ? 'it goes round in circles' : (error as Error).message;
  return invalidInput(`The schema of this action cannot be used: ${why}.`, {
    hint: 'Correct it in the overlay of the connector, or hide the action.',
  });
}

/** Patterns come from strangers: matched in linear time. What RE2 does not know is not checked. */
const linear = Object.assign(
  (pattern: string): { test: (text: string) => boolean } => {
    try {
      const engine = RE2JS.compile(pattern);
      return { test: (text) => engine.matcher(text).find() };
    } catch {
      return { test: () => true };
    }
  },
  { code: 'linear' },
) as unknown as NonNullable<
  NonNullable<ConstructorParameters<typeof Ajv2020>[0]>['code']
>['regExp'];

function fieldOf({ instancePath, keyword, params }: ErrorObject): string {
  const path = instancePath
    .slice(1)
    .replaceAll('/', '.')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  const more =
    keyword === 'required' ? String(params.missingProperty) : unknownName(keyword, params);
  return [path, more].filter(Boolean).join('.');
}

function unknownName(keyword: string, params: Record<string, unknown>): string {
  return keyword === 'additionalProperties' ? String(params.additionalProperty) : '';
}

function wordsOf({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'required') return 'it is missing';
  if (keyword === 'additionalProperties') return 'there is no such field';
  if (keyword === 'enum') return `it must be one of ${JSON.stringify(params.allowedValues)}`;
  return `it ${message ?? 'does not fit'}`;
}
