import { describe, expect, it } from 'vitest';

import { shapeOf } from './free-value.ts';

describe('a field that may hold anything', () => {
  const value = { isMissing: false, isObject: false, isList: false, value: undefined };

  it('is shown as what it holds', () => {
    expect(shapeOf({ title: 'Body' }, { ...value, value: 'text' }).type).toBe('string');
    expect(shapeOf({}, { ...value, value: 3 }).type).toBe('number');
    expect(shapeOf({}, { ...value, isObject: true }).type).toBe('object');
    expect(shapeOf({}, { ...value, isList: true, value: [1] }).type).toBe('array');
  });

  it('starts as an object to add fields to, where one is allowed', () => {
    const list = { anyOf: [{ type: 'array' }, { type: 'object' }] };
    expect(shapeOf(list, { ...value, isMissing: true }).type).toBe('object');
    expect(shapeOf({ type: ['array', 'null'] }, { ...value, isMissing: true }).type).toEqual([
      'array',
      'null',
    ]);
  });

  it('leaves fields of a known type alone', () => {
    const schema = { type: 'string' };
    expect(shapeOf(schema, { ...value, isObject: true })).toBe(schema);
  });
});
