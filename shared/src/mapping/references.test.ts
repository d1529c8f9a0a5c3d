import fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';

import { referencesOf } from './references.ts';
import { renameStepIn } from './rename-step.ts';

const reads = (text: string): object => {
  const { roots, steps, whole, unknown } = referencesOf(text);
  return {
    roots: [...roots].toSorted(),
    steps: [...steps].toSorted(),
    whole,
    unknown: unknown.map(({ name, offset }) => `${name}@${offset}`),
  };
};

describe('what an expression reads', () => {
  it.each<[string, { roots?: string[]; steps?: string[]; whole?: boolean; unknown?: string[] }]>([
    ['1', {}],
    ['trigger.body.x', { roots: ['trigger'] }],
    ['steps.a.b + steps.`c d`', { roots: ['steps'], steps: ['a', 'c d'] }],
    ['steps."a".x', { roots: ['steps'], steps: ['a'] }],
    ['$$.steps.a', { roots: ['steps'], steps: ['a'] }],
    ['$.steps.a', { roots: ['steps'], steps: ['a'] }],
    ['steps.*', { roots: ['steps'], whole: true }],
    ['$keys(steps)', { roots: ['steps'], whole: true }],
    ['$lookup(steps, "a")', { roots: ['steps'], whole: true }],
    ['$$', { whole: true }],
    ['**.x', { whole: true }],
    ['trigger.items[price > vars.limit]', { roots: ['trigger'] }],
    ['trigger.items[price > $$.vars.limit]', { roots: ['trigger', 'vars'] }],
    ['trigger.items.(steps.a)', { roots: ['trigger'] }],
    ['trigger.items.($$.steps.a)', { roots: ['steps', 'trigger'], steps: ['a'] }],
    ['trigger.items^(>price)', { roots: ['trigger'] }],
    ['trigger.items{kind: $sum(price)}', { roots: ['trigger'] }],
    ['{ "a": item.x, "b": [index, run.id] }', { roots: ['index', 'item', 'run'] }],
    ['($x := steps.a; $x.steps.b)', { roots: ['steps'], steps: ['a'] }],
    [
      '$map(trigger.list, function($v) { $v.name & steps.a })',
      { roots: ['steps', 'trigger'], steps: ['a'] },
    ],
    ['vars.on ? steps.a : steps.b', { roots: ['steps', 'vars'], steps: ['a', 'b'] }],
    ['foo.bar + 1', { unknown: ['foo@0'] }],
    ['"steps.a" & /* steps.b */ "x"', {}],
    ['steps.', {}],
  ])('%s', (text, { roots = [], steps = [], whole = false, unknown = [] }) => {
    expect(reads(text)).toEqual({ roots, steps, whole, unknown });
  });
});

const key = fc.constantFrom('one', 'two', 'three');
const leaf = fc.oneof(
  key.map((name) => `steps.${name}.n`),
  key.map((name) => `steps.\`${name}\`.n`),
  key.map((name) => `$$.steps.${name}.n`),
  fc.constantFrom('trigger.n', 'vars.one', '"steps.one"', '1', 'trigger.list.(n + $$.steps.one.n)'),
);
const { text } = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `(${a}) & (${b})`),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `{"one": ${a}, "steps": ${b}}`),
    tie('text').map((a) => `$map([1, 2], function($steps) { ${a} })`),
    tie('text').map((a) => `($one := ${a}; $one) /* steps.one */`),
    tie('text').map((a) => `trigger.n = 7 ? ${a} : steps.two`),
  ),
}));
const outputs = { one: { n: 1 }, two: { n: 'zwei' }, three: { n: [3] } };
const rest = { trigger: { n: 7, list: [{ n: 1 }, { n: 2 }] }, vars: { one: 'var' } };
const evaluate = async (expression: string, steps: object): Promise<string> =>
  JSON.stringify(await jsonata(expression).evaluate({ ...rest, steps })) ?? 'nothing';

describe('an expression and the names in it', () => {
  it('gives the same when it sees only the steps it reads', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (expression) => {
        const { steps } = referencesOf(expression);
        const seen = Object.entries(outputs).filter(([name]) => steps.has(name));
        const part = await evaluate(expression, Object.fromEntries(seen));
        expect(part).toBe(await evaluate(expression, outputs));
      }),
    );
  });

  it('gives the same after a step is renamed, and the old text when it is renamed back', async () => {
    await fc.assert(
      fc.asyncProperty(text, key, async (expression, from) => {
        const renamed = renameStepIn(expression, from, 'fresh');
        const { [from]: moved, ...others } = outputs as Record<string, object>;
        const after = await evaluate(renamed, { ...others, fresh: moved });
        expect(after).toBe(await evaluate(expression, outputs));
        expect(referencesOf(renamed).steps.has(from)).toBe(false);
        const back = renameStepIn(renamed, 'fresh', from);
        expect(back.replaceAll('`', '')).toBe(expression.replaceAll('`', ''));
      }),
    );
  });

  it.each(['', '{', 'steps.', '"open', '\u0000', 'steps.one['])(
    'is left alone when it does not parse: %s',
    (broken) => {
      expect(renameStepIn(broken, 'one', 'fresh')).toBe(broken);
    },
  );
});
