import { describe, expect, it } from 'vitest';

import { evaluateExpression } from './evaluate.ts';

const document = { trigger: { items: [{ sku: 'a', qty: 2 }], name: 'Ada' }, steps: {} };

describe('evaluating an expression', () => {
  it.each([
    ['trigger.name', '"Ada"'],
    ['{"sum": $sum(trigger.items.qty)}', '{"sum":2}'],
    ['$pad("x", 3, "-")', '"x--"'],
    ['$pad("x", -3)', '"  x"'],
    ['$match("ab12", /[a-z]+(\\d+)/).groups', '["12"]'],
    ['$replace("a-b-c", /-/, "+")', '"a+b+c"'],
    ['$split("a1b2c", /[0-9]/)', '["a","b","c"]'],
    ['trigger.nothing', undefined],
  ])('%s gives %s', async (text, expected) => {
    expect(await evaluateExpression(text, document)).toEqual({ ok: true, text: expected });
  });

  it.each([
    ['$pad("x", 500000000)', 'expression_limit'],
    ['( $f := function($n) { $f($n + 1) + 1 }; $f(1) )', 'expression_limit'],
    ['$count([1..9000000])', 'expression_limit'],
    ['$eval("1+1")', 'expression_limit'],
    ['1 +', 'expression_invalid'],
    ['"a" + 1', 'expression_failed'],
    ['function($x) { $x }', 'expression_failed'],
    ['{"__proto__": 1}', 'expression_failed'],
  ])('%s is refused as %s', async (text, code) => {
    const result = await evaluateExpression(text, document);
    expect(result).toMatchObject({ ok: false, problem: { code } });
  });

  it('matches a backtracking pattern in linear time', async () => {
    const result = await evaluateExpression(
      `$contains("${'a'.repeat(5000)}!", /^(a+)+$/)`,
      document,
    );
    expect(result).toEqual({ ok: true, text: 'false' });
  });

  it('says where in the text it failed', async () => {
    const result = await evaluateExpression('{"a": "x" + 1}', document);
    expect(result).toMatchObject({ ok: false, problem: { at: { offset: 10 } } });
  });

  it('makes a thousand fields at once', async () => {
    const fields = Array.from({ length: 1000 }, (_, i) => `"f${i}": $uppercase(a)`);
    const result = await evaluateExpression(`{ ${fields.join(', ')} }`, { a: 'x' });
    expect(result.ok && JSON.parse(result.text ?? '')).toMatchObject({ f0: 'X', f999: 'X' });
  });
});
