import type { JsonSchema } from '@patchbay/shared/catalog';
import { describe, expect, it } from 'vitest';

import { fieldsOf, kindOf, startValue, titleOf, variantIndex } from './schema.ts';
import { validateValue } from './validate.ts';

const auth: JsonSchema = {
  oneOf: [
    { title: 'None', properties: { type: { const: 'none' } } },
    {
      title: 'Key',
      properties: { type: { const: 'key' }, key: { type: 'string', 'x-secret': true } },
      required: ['key'],
    },
  ],
};

const WHEN_B = `{
  "if": { "properties": { "mode": { "const": "b" } }, "required": ["mode"] },
  "then": { "properties": { "extra": { "type": "string" } }, "required": ["extra"] }
}`;

const schema: JsonSchema = {
  type: 'object',
  properties: {
    mode: { type: 'string', enum: ['a', 'b'], default: 'a' },
    firstName: { type: 'string', minLength: 1, 'x-order': -1 },
    limit: { type: 'integer', minimum: 1, 'x-advanced': true },
    auth,
  },
  required: ['firstName'],
  // A literal `then` would look like a promise to the linter.
  ...(JSON.parse(WHEN_B) as JsonSchema),
};

describe('a schema as a form', () => {
  it('lists fields in their order, with those a condition adds', () => {
    const names = (value: unknown): string[] =>
      fieldsOf(schema, value, schema).map((field) => field.name);
    expect(names({ mode: 'a' })).toEqual(['firstName', 'mode', 'limit', 'auth']);
    expect(names({ mode: 'b' })).toContain('extra');
  });

  it('picks the widget by type and keywords', () => {
    expect(kindOf({ type: 'string', 'x-multiline': true })).toBe('multiline');
    expect(kindOf({ type: ['integer', 'null'] })).toBe('number');
    expect([kindOf(auth), kindOf({})]).toEqual(['variants', 'json']);
  });

  it('finds the variant by its constant and hides the constant itself', () => {
    expect(variantIndex(auth, { type: 'key' })).toBe(1);
    expect(fieldsOf(auth, { type: 'key' }, auth).map((field) => field.name)).toEqual(['key']);
  });

  it('names fields in words and starts them from their defaults', () => {
    expect([titleOf('firstName', {}), titleOf('api_key', {})]).toEqual(['First name', 'Api key']);
    expect(startValue(schema, schema)).toEqual({ mode: 'a' });
  });

  it('says what is wrong beside the field, in plain words', () => {
    expect(validateValue(schema, { mode: 'c', limit: 0 })).toEqual({
      mode: 'Choose one of the values.',
      limit: 'At least 1.',
      firstName: 'This is required.',
    });
    expect(validateValue(schema, { firstName: 'x', auth: { type: 'none' } })).toEqual({});
  });
});
