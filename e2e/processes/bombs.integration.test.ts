import { performance } from 'node:perf_hooks';

import { listFlows, updateFlow } from '@patchbay/shared/flows';
import { evaluate } from '@patchbay/shared/mapping';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDrawing, runByHand, untilEnded } from '#flows';

import { openWorld, type World } from './world.ts';

/** Half of what an expression may take: whoever waits for one to be ended waits longer. */
const QUICK_MS = 1000;
/** How much slower than alone the slowest answer may come: on a machine that has other work all are slow. */
const TIMES = 20;

const BOMBS: [name: string, text: string][] = [
  ['half a gigabyte of padding', '$pad("x", 500000000)'],
  ['recursion without end', '( $f := function($n) { $f($n + 1) + 1 }; $f(1) )'],
  ['a tail call without end', '( $f := function($n) { $f($n + 1) }; $f(1) )'],
  ['nine million numbers', '$count([1..9000000])'],
  [
    'text that quadruples',
    '( $g := function($s) { $g($s & $s & $s & $s) }; $g("aaaaaaaaaaaaaaaa") )',
  ],
  ['a result of 300 MB', '[1..300].$pad("x", 1000000)'],
  ['a result of 60 MB', '[1..60].$pad("x", 1000000)'],
  ['a square of comparisons', '$count($distinct([1..400000]))'],
  ['code in a text', '$eval("1+1")'],
];

describe('an expression that would take everything', () => {
  let world: World;
  let flow: { id: string };

  beforeAll(async () => {
    world = await openWorld('embedded');
    flow = await createDrawing(world.client, { start: { kind: 'manual' } }, []);
  });
  afterAll(() => world?.stop());

  /** How long others wait for their answers. */
  const round = async (): Promise<number> => {
    const asked = performance.now();
    await fetch(`${world.api.url}/healthz`);
    await world.client.call(listFlows, { query: {} });
    await world.client.call(updateFlow, { params: { id: flow.id }, body: { folder: 'busy' } });
    return performance.now() - asked;
  };

  /** The longest that others waited while `work` was done, and how long they may. */
  const waited = async (work: Promise<unknown>): Promise<{ longest: number; most: number }> => {
    let longest = 0;
    const started = performance.now();
    const state = { over: false };
    const end = (): void => void (state.over = true);
    work.then(end, end);
    while (!state.over) longest = Math.max(longest, await round());
    // Who waits for a bomb to be ended waits for nearly all of its time; a busy machine is slow at times.
    const half = (performance.now() - started) / 2;
    const alone = [await round(), await round(), await round()];
    return { longest, most: Math.max(QUICK_MS, half, TIMES * Math.min(...alone)) };
  };

  it.each(BOMBS)(
    '%s: fails the step with its place while others are served',
    async (_name, input) => {
      const nodes = { start: { kind: 'manual' }, boom: { kind: 'map', input } } as const;
      const { id } = await createDrawing(world.client, nodes, ['start>boom']);
      const run = await runByHand(world.client, id, { draft: true });
      const ended = untilEnded(world.client, run);
      const { longest, most } = await waited(ended);
      const { run: after, events } = await ended;
      expect(after).toMatchObject({
        status: 'failed',
        problem: { code: 'expression_limit', at: { node: 'boom', field: 'input' } },
      });
      expect(after.problem?.at?.offset).toBeTypeOf('number');
      expect(events.at(-1)).toMatchObject({ type: 'run.failed', step: 'boom' });
      expect(longest).toBeLessThan(most);
    },
  );

  it('serves others while a preview is evaluated', async () => {
    const body = { expressions: BOMBS.slice(0, 4).map(([, text]) => text), document: {} };
    const preview = world.client.call(evaluate, { body });
    const { longest, most } = await waited(preview);
    expect(longest).toBeLessThan(most);
    expect((await preview).results.map((result) => result.ok)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('matches a pattern that would backtrack for years at once', async () => {
    const text = `$contains("${'a'.repeat(5000)}!", /^(a+)+$/)`;
    const { results } = await world.client.call(evaluate, {
      body: { expressions: [text], document: {} },
    });
    expect(results).toEqual([{ ok: true, value: false }]);
  });

  it('does not slow down or fail the good ones beside it', async () => {
    const bad = world.client.call(evaluate, {
      body: { expressions: ['$count($distinct([1..400000]))'], document: {} },
    });
    const good = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        world.client.call(evaluate, { body: { expressions: ['n + 1'], document: { n } } }),
      ),
    );
    expect(good.map(({ results }) => results)).toEqual(
      Array.from({ length: 20 }, (_, n) => [{ ok: true, value: n + 1 }]),
    );
    expect((await bad).results).toMatchObject([
      { ok: false, problem: { code: 'expression_limit' } },
    ]);
  });
});
