import { afterAll, describe, expect, it } from 'vitest';

import { Evaluator } from './evaluator.ts';

const evaluator = new Evaluator(2);
afterAll(() => evaluator.close());

describe('the evaluating processes', () => {
  it('evaluate all expressions of a call on one document', async () => {
    const results = await evaluator.evaluate(['trigger.a + 1', 'trigger.none', '1 +'], {
      trigger: { a: 1 },
    });
    expect(results[0]).toEqual({ ok: true, value: 2 });
    expect(results[1]).toEqual({ ok: true });
    expect(results[2]).toMatchObject({ ok: false, problem: { code: 'expression_invalid' } });
  });

  it('survive an expression that eats all memory, and fail only that one', async () => {
    const bomb =
      '( $grow := function($s) { $grow($s & $s & $s & $s) }; $grow("aaaaaaaaaaaaaaaa") )';
    const calls = [
      evaluator.evaluate(['1'], {}),
      evaluator.evaluate([bomb], {}),
      evaluator.evaluate(['2'], {}),
    ];
    const [one, boom, two] = await Promise.all(calls);
    expect(one).toEqual([{ ok: true, value: 1 }]);
    expect(two).toEqual([{ ok: true, value: 2 }]);
    expect(boom?.[0]).toMatchObject({ ok: false, problem: { code: 'expression_limit' } });
  });

  it('give a process that has just started no more time than any other', async () => {
    const fresh = new Evaluator(1);
    await fresh.evaluate(['1'], {});
    const bomb = '$count($distinct([1..400000]))';
    for (let i = 0; i < 2; i++) {
      const started = performance.now();
      const [result] = await fresh.evaluate([bomb], {});
      expect(result).toMatchObject({ ok: false, problem: { code: 'expression_limit' } });
      expect(performance.now() - started).toBeLessThan(8000);
    }
    fresh.close();
  });

  it('end what blocks within the deadline and go on', async () => {
    const started = performance.now();
    const [blocked] = await evaluator.evaluate(
      ['$count($map([1..900000], function($a) { $map([1..900000], function($b) { $b * $a }) }))'],
      {},
    );
    expect(blocked).toMatchObject({ ok: false, problem: { code: 'expression_limit' } });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await evaluator.evaluate(['3'], {})).toEqual([{ ok: true, value: 3 }]);
  });
});
