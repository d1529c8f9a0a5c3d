import { describe, expect, it } from 'vitest';

import { evaluateExpression } from './evaluate.ts';
import { functionCatalogue } from './function-catalogue.ts';

const examples = functionCatalogue.flatMap(({ name, examples: all }) =>
  all.map(({ expression, result }) => ({ name, expression, result })),
);

describe('the catalogue of functions', () => {
  it.each(examples)('$expression', async ({ expression, result }) => {
    const found = await evaluateExpression(expression, {});
    const value: unknown =
      found.ok && found.text !== undefined ? JSON.parse(found.text) : undefined;
    expect({ ...found, text: undefined, value }).toEqual({ ok: true, value: result });
  });

  it('has an example and a summary for every function, each once', () => {
    const names = functionCatalogue.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const bare = functionCatalogue.filter(
      ({ examples: all, summary }) => all.length === 0 || summary === '',
    );
    expect(bare).toEqual([]);
  });

  it.each([
    ['$dateFormat("nonsense", "dd")', 'is no date'],
    ['$dateAdd("2026-01-01", 1, "fortnight")', 'is no unit of time'],
    ['$dateZone("2026-01-01", "Mars/Crater")', 'is no date'],
    ['$hash("x", "crc")', 'is no hash'],
    ['$fromBase64("%")', 'no base64'],
    ['$fromHex("c3")', 'no text in UTF-8'],
    ['$uuid("x", "y")', 'is no UUID'],
    ['$phone("12", "AT")', 'is no phone number'],
    ['$money(1, "??")', 'is no currency'],
    ['$csvParse("a\\n\\"1")', 'row 2 of the CSV'],
    ['$xmlParse("<a><b></a>")', 'of the XML'],
    ['$xmlParse("<!DOCTYPE a [<!ENTITY b \\"c\\">]><a>&b;</a>")', 'DOCTYPE'],
    ['$jsonParse("{\\"__proto__\\": 1}")', '__proto__'],
    ['$regexTest("a", "(?=a)")', 'linear time'],
    ['$regexTest("a", "(")', 'no pattern'],
    ['$urlParse("nowhere")', 'is no address'],
    ['$chunk([1], 0)', '1 element or more'],
  ])('%s says what is wrong', async (text, message) => {
    const found = await evaluateExpression(text, {});
    expect(found).toMatchObject({ ok: false, problem: { code: 'expression_failed' } });
    expect(!found.ok && found.problem.message).toContain(message);
  });

  it('gives nothing for nothing', async () => {
    const own = functionCatalogue.filter(({ origin }) => origin === 'patchbay');
    const outcomes = await Promise.all(
      own.map(async ({ name }) => {
        const found = await evaluateExpression(`$${name}(nothing, "a", "b")`, {});
        // T04: the other arguments are of the wrong type, which jsonata says first.
        return found.ok ? found.text : found.problem.details?.jsonata.slice(0, 3);
      }),
    );
    expect(new Set(outcomes)).toEqual(new Set([undefined, 'T04']));
  });
});
