import { describe, expect, it } from 'vitest';

import { readContent, writeContent } from './message-content.ts';

describe('the content of a message', () => {
  it.each([
    ['{"a":[1]}', { text: '{"a":[1]}', data: { a: [1] } }],
    ['plain', { text: 'plain', data: null }],
    ['', { text: '', data: null }],
    [new Uint8Array([0xff, 0xfe]), { text: null, data: null, base64: '//4=' }],
  ])('%j is read as %j', (given, content) => {
    expect(readContent(typeof given === 'string' ? Buffer.from(given) : given)).toEqual(content);
  });

  it.each([
    ['text', 'text'],
    [{ a: 1 }, '{"a":1}'],
    [7, '7'],
    [null, 'null'],
    [undefined, 'null'],
  ])('%j is written as %s', (given, text) => {
    expect(writeContent(given)).toBe(text);
  });
});
