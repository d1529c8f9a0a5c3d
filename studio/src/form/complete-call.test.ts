import { describe, expect, it } from 'vitest';

import { callBefore } from './complete-call.ts';

describe('the call that is being written', () => {
  it.each([
    ['$substring(', 'substring', 0],
    ['$sum(x) & $substring(a, 1, ', 'substring', 2],
    ['$join([a, b], ', 'join', 1],
    ['$join([a, ', 'join', 0],
    ['$map(lines, function($v) { $pad($v, ', 'pad', 1],
    ['$map(lines, function($v) { $uppercase($v), ', 'map', 1],
    ['$replace("a,(b", ', 'replace', 1],
    ['$join(`a,b`, /* c, d */ ', 'join', 1],
  ])('in %s it is %s, argument %i', (before, name, argument) => {
    expect(callBefore(before)).toEqual({ name, argument });
  });

  it.each(['', '$sum(x)', '(a, b', '"$sum("'])('in %s it is none', (before) => {
    expect(callBefore(before)).toBeUndefined();
  });
});
