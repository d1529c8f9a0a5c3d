import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

import { afterAll, describe, expect, it } from 'vitest';

import { Evaluator } from './evaluator.ts';
import { DEADLINE_MS } from './pending-call.ts';

/** What an expression may take, what its process needs to start, and a look that comes late. */
const WORK_MS = 3 * DEADLINE_MS;
/** Linux tells times in hundredths of a second. */
const TICK_MS = 10;
/** Where the system does not tell processor times, the clock is all there is. */
const HAS_TIMES = existsSync('/proc');

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
      const before = await workOfTheEnded();
      const [result] = await fresh.evaluate([bomb], {});
      expect(result).toMatchObject({ ok: false, problem: { code: 'expression_limit' } });
      expect((await workOfTheEnded()) - before).toBeLessThan(WORK_MS);
    }
    fresh.close();
  });

  it.each([
    '$count($map([1..900000], function($a) { $map([1..900000], function($b) { $b * $a }) }))',
    '( $f := function($n) { $f($n + 1) }; $f(1) )',
  ])('end what blocks within the deadline and go on: %s', async (text) => {
    const before = await workOfTheEnded();
    const [blocked] = await evaluator.evaluate([text], {});
    expect(blocked).toMatchObject({ ok: false, problem: { code: 'expression_limit' } });
    expect((await workOfTheEnded()) - before).toBeLessThan(WORK_MS);
    expect(await evaluator.evaluate(['3'], {})).toEqual([{ ok: true, value: 3 }]);
  });

  it.runIf(HAS_TIMES)('wait for what a busy machine gives no time to', async () => {
    const others = await children();
    const patient = new Evaluator(1);
    await patient.evaluate(['1'], {});
    const [pid] = (await children()).filter((child) => !others.includes(child));
    process.kill(Number(pid), 'SIGSTOP');
    const waiting = patient.evaluate(['2'], {});
    // The deadline itself has to pass.
    await setTimeout(DEADLINE_MS + 200);
    process.kill(Number(pid), 'SIGCONT');
    expect(await waiting).toEqual([{ ok: true, value: 2 }]);
    expect(await children()).toContain(pid);
    patient.close();
  });
});

/**
 * The processor time of our children that have ended, in ms: a busy machine lets a clock run on while
 * nobody works. Source: proc_pid_stat(5), cutime and cstime.
 */
async function workOfTheEnded(): Promise<number> {
  if (!HAS_TIMES) return performance.now();
  const text = await readFile('/proc/self/stat', 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * TICK_MS;
}

async function children(): Promise<string[]> {
  const tasks = await readdir('/proc/self/task');
  const lists = tasks.map((task) => readFile(`/proc/self/task/${task}/children`, 'utf8'));
  return (await Promise.all(lists)).flatMap((list) => list.trim().split(' '));
}
