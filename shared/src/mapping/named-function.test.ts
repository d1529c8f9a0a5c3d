import { describe, expect, it } from 'vitest';

import { placedResults } from './bound-results.ts';
import { checkExamples, checkFunction } from './check-function.ts';
import corpus from './corpus.json' with { type: 'json' };
import { evaluateExpression, type EvaluatedText } from './evaluate.ts';
import {
  functionsUsed,
  withFunctions,
  type NamedFunction,
  type PinnedFunctions,
} from './named-function.ts';

const functions: PinnedFunctions = {
  gross: { parameters: ['net', 'rate'], body: '$round($net * (1 + $rate), 2)' },
  label: {
    parameters: ['line'],
    body: '$line.sku & ": " & $money($gross($line.price, 0.15), "NZD")',
  },
  down: { parameters: ['n'], body: '$n > 0 ? $down($n - 1) : "landed" /* at last */' },
  forever: { parameters: [], body: '1 + $forever()' },
};
const document = { trigger: { lines: [{ sku: 'a', price: 10 }], rate: 0.15 } };

const give = async (text: string): Promise<EvaluatedText> => {
  const bound = withFunctions(text, functions);
  const found = await evaluateExpression(bound.text, document);
  const [placed] = placedResults([found.ok ? { ok: true } : found], [bound]);
  return placed?.ok === false ? placed : found;
};

describe('functions of the project', () => {
  it.each([
    ['$gross(10, 0.15)', '11.5'],
    ['trigger.lines.$label($)', '"a: NZ$11.50"'],
    ['$map([1, 2], function($n) { $gross($n, trigger.rate) })', '[1.15,2.3]'],
    ['trigger.lines.price ~> $gross(1)', '20'],
    ['$down(200)', '"landed"'],
    ['($gross := 1; $gross)', '1'],
    ['{ "a": trigger.none }', '{}'],
  ])('%s gives %s', async (text, expected) => {
    expect(await give(text)).toEqual({ ok: true, text: expected });
  });

  it('are bounded like the others, and what fails is at its place in the text', async () => {
    expect(await give('$forever()')).toMatchObject({ problem: { code: 'expression_limit' } });
    expect(await give('$gross(1, 1) & $error("no")')).toMatchObject({
      problem: { message: expect.stringContaining('no') },
    });
    const text = '$gross(1, 1) + $substring(1)';
    const found = await give(text);
    expect(!found.ok && found.problem.at?.offset).toBe(text.indexOf('$substring') + 10);
  });

  it('change nothing in expressions that call none, and leave what others give alone', async () => {
    expect(withFunctions('trigger.a', functions)).toEqual({ text: 'trigger.a', shift: 0 });
    const around = { one: { parameters: [], body: '1' } };
    const worth = (found: EvaluatedText): string =>
      found.ok ? (found.text ?? 'nothing') : 'fails';
    for (const text of corpus) {
      const inside = withFunctions(`($one(); ${text}\n)`, around).text;
      expect(worth(await evaluateExpression(inside, document))).toBe(
        worth(await evaluateExpression(text, document)),
      );
    }
  });

  it('take along what they call themselves', () => {
    expect(Object.keys(functionsUsed(['$label(x)'], functions))).toEqual(['gross', 'label']);
  });
});

describe('what is no function', () => {
  const own: NamedFunction = {
    name: 'net',
    parameters: ['gross'],
    body: '$gross / 1.15',
    description: 'Without tax',
    examples: [{ expression: '$net(1.15)', result: 1 }],
  };
  const check = (change: Partial<NamedFunction>): string[] =>
    checkFunction({ ...own, ...change }, functions).map(
      ({ message, at }) => `${at?.field} ${at?.offset ?? '-'} ${message}`,
    );
  it.each<[string, Partial<NamedFunction>, string[]]>([
    ['nothing is wrong with', {}, []],
    ['it may call itself and others', { body: '$net($gross(1, 2))' }, []],
    ['a name that is taken', { name: 'sum' }, ['name - There is a function $sum already.']],
    [
      'a parameter twice',
      { parameters: ['gross', 'gross'] },
      ['parameters - Two parameters have the same name.'],
    ],
    ['an unknown function', { body: '1 + $nett(2)' }, ['body 4 There is no function $nett.']],
    ['an unknown variable', { body: '$rate' }, ['body 0 There is no variable $rate here.']],
    [
      'what the run holds',
      { body: '$gross * vars.rate' },
      ['body 0 A function sees only its parameters, not the data of the run.'],
    ],
    [
      'a bare name',
      { body: '$gross * rate' },
      ['body 9 A function sees only its parameters, so there is no "rate" in it.'],
    ],
  ])('%s', (_, change, expected) => {
    expect(check(change)).toEqual(expected);
  });

  it('is one that does not parse', () => {
    expect(check({ body: '$gross +' })[0]).toMatch(/^body \d+ The expression does not parse/);
  });

  it('is one whose example gives something else', () => {
    expect(checkExamples(own, [{ ok: true, value: 1 }])).toEqual([undefined]);
    expect(checkExamples(own, [{ ok: true, value: 2 }])[0]?.message).toBe(
      'The example $net(1.15) gives 2, not 1.',
    );
  });
});
