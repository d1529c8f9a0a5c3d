import { describe, expect, it } from 'vitest';

import { computedTexts, literalPart, wrongLiterals } from './expression-spans.ts';

const TEXT = `{
  "url": "https://x/" & steps.a.id, /* joined */
  "limit": 0,
  "auth": { "kind": "key", "key": vars.key },
  "list": [1, 2]
}`;

describe('the spans of an expression', () => {
  it('tells computed fields from literal ones, also in nested objects', () => {
    expect(computedTexts(TEXT)).toEqual(['"https://x/" & steps.a.id', 'vars.key']);
    expect(literalPart(TEXT)).toEqual({ limit: 0, auth: { kind: 'key' }, list: [1, 2] });
  });

  it('finds wrong literals, and never blames what is computed or missing', () => {
    const schema = {
      type: 'object',
      properties: { url: { type: 'string' }, limit: { type: 'integer', minimum: 1 } },
      required: ['url', 'other'],
    };
    const errors = wrongLiterals(schema, TEXT, literalPart(TEXT));
    expect(errors).toEqual({ limit: 'At least 1.' });
  });
});
