import { drawGraph, type NodeDrawing } from '@patchbay/shared/flows';
import { describe, expect, it } from 'vitest';

import { done, failed, Stage, type Part } from './stage.ts';

const START = { start: { kind: 'manual' } } as const;
const RETRY = {
  attempts: 3,
  backoff: 'constant',
  delayMs: 1000,
  maxDelayMs: 60_000,
  jitter: false,
};
const step = (settings: object): NodeDrawing => ({ kind: 'map', input: '1', settings });
const stageOf = (settings: object, part: Part): Stage =>
  new Stage(drawGraph({ ...START, a: step(settings) }, ['start>a']), { a: part });
const failsUntil =
  (attempt: number, why = {}): Part =>
  (call) =>
    call.attempt < attempt ? failed(why) : done(call.attempt);

/** Milliseconds between the attempts. */
function pauses(stage: Stage): number[] {
  return stage.journal.flatMap((event) =>
    event.type === 'step.retrying' ? [event.dueAt - event.at] : [],
  );
}

describe('an attempt that fails', () => {
  it.each([
    ['constant', {}, [1000, 1000]],
    ['exponential', { backoff: 'exponential', attempts: 6 }, [1000, 2000, 4000, 8000, 16_000]],
    [
      'exponential up to a limit',
      { backoff: 'exponential', attempts: 5, maxDelayMs: 3000 },
      [1000, 2000, 3000, 3000],
    ],
    ['with jitter, in the upper half', { jitter: true }, [750, 750]],
    ['a thousand times', { attempts: 1000, delayMs: 0 }, Array.from({ length: 999 }, () => 0)],
  ])('is repeated %s', async (_name, more, expected) => {
    const retry = { ...RETRY, ...more };
    const stage = stageOf({ retry }, failsUntil(Infinity));
    expect(await stage.run()).toMatchObject({ kind: 'failed', step: 'a' });
    expect(pauses(stage)).toEqual(expected);
    expect(stage.performed).toHaveLength(retry.attempts);
  });

  it('is repeated until one succeeds', async () => {
    const stage = stageOf({ retry: RETRY }, failsUntil(2));
    expect(await stage.run()).toEqual({ kind: 'done', output: 2 });
    expect(stage.performed).toEqual(['a', 'a#2']);
    expect(stage.now).toBe(1_001_000);
  });

  it('waits as long as the other side asked', async () => {
    const stage = stageOf({ retry: RETRY }, failsUntil(2, { retry: { after: 77_000 } }));
    await stage.run();
    expect(pauses(stage)).toEqual([77_000]);
  });

  it('is not repeated when that can change nothing, nor without settings', async () => {
    const never = stageOf({ retry: RETRY }, failsUntil(2, { retry: 'never' }));
    expect((await never.run()).kind).toBe('failed');
    const plain = stageOf({}, failsUntil(2));
    expect((await plain.run()).kind).toBe('failed');
    expect([never.performed, plain.performed]).toEqual([['a'], ['a']]);
  });

  it('that throws counts as failed, and says nothing of our insides', async () => {
    const stage = stageOf({}, () => Promise.reject(new Error('password is hunter2')));
    expect(await stage.run()).toMatchObject({ kind: 'failed', problem: { code: 'internal' } });
    expect(JSON.stringify(stage.journal)).not.toContain('hunter2');
  });

  it('has a time limit, is told so, and is repeated', async () => {
    const reasons: unknown[] = [];
    const slow: Part = ({ attempt, signal }, stage) => {
      if (attempt === 2) return done('in time');
      // The clock of the stage jumps only while nothing is under way.
      stage.active--;
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          reasons.push(signal.reason);
          stage.active++;
          resolve(done('too late'));
        });
      });
    };
    const stage = stageOf({ retry: RETRY, timeoutMs: 5000 }, slow);
    expect(await stage.run()).toEqual({ kind: 'done', output: 'in time' });
    expect(reasons).toHaveLength(1);
    const [retrying] = stage.journal.filter((event) => event.type === 'step.retrying');
    expect(retrying).toMatchObject({ at: 1_005_000, problem: { code: 'timed_out' } });
  });
});

describe('a step that waits', () => {
  const HOUR = 3_600_000;
  const graph = drawGraph({ ...START, nap: { kind: 'wait', input: '3600' } }, ['start>nap']);
  const nap: Part = (_call, stage) => ({ kind: 'waiting', until: stage.now + HOUR });
  const until = new Date(1_000_000 + HOUR).toISOString();

  it('goes on at its time', async () => {
    const stage = new Stage(graph, { nap });
    expect(await stage.run()).toEqual({ kind: 'done', output: { until } });
    expect(stage.now).toBe(1_000_000 + HOUR);
  });

  it('gives the run back when that is far off, and goes on when it is resumed', async () => {
    const stage = new Stage(graph, { nap });
    stage.holdMs = 1000;
    const suspended = { kind: 'suspended', until: 1_000_000 + HOUR, children: [] };
    expect(await stage.run()).toEqual(suspended);
    stage.now += HOUR / 2;
    expect(await stage.run(), 'too early').toEqual(suspended);
    stage.now += HOUR / 2;
    expect(await stage.run()).toEqual({ kind: 'done', output: { until } });
    expect(stage.performed).toEqual(['nap']);
  });

  it('for a called run is resumed when that has ended', async () => {
    const ended = { yet: false };
    const call: Part = ({ child }) =>
      child && ended.yet ? done('from the child') : { kind: 'waiting', child: child ?? 'run-2' };
    const drawing = drawGraph(
      { ...START, call: { kind: 'call', config: { flow: 'f' }, input: '1' } },
      ['start>call'],
    );
    const stage = new Stage(drawing, { call });
    const suspended = { kind: 'suspended', until: undefined, children: ['run-2'] };
    expect(await stage.run()).toEqual(suspended);
    expect(await stage.run()).toEqual(suspended);
    ended.yet = true;
    expect(await stage.run()).toEqual({ kind: 'done', output: 'from the child' });
    expect(stage.journal.filter((event) => event.type === 'step.waiting')).toHaveLength(1);
  });

  it('does not hold up what runs beside it', async () => {
    const drawing = drawGraph(
      { ...START, nap: { kind: 'wait', input: '1' }, a: step({}), b: step({}) },
      ['start>nap', 'start>a', 'a>b'],
    );
    const stage = new Stage(drawing, { nap });
    stage.holdMs = 0;
    expect((await stage.run()).kind).toBe('suspended');
    expect(stage.performed).toEqual(['nap', 'a', 'b']);
  });
});
