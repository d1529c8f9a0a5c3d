import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { problem } from '#base';

import { retryDelay } from './delay.ts';
import type { NewRunEvent, RunEvent } from './event.ts';
import { foldRun } from './fold-run.ts';
import { hasEnded, iterationOf } from './view.ts';

const why = problem('unavailable', 'Down.', 'Wait.');
const of = (step: string): { step: string; node: string; at: number } => ({
  step,
  node: step,
  at: 7,
});
const kinds: ((step: string) => NewRunEvent)[] = [
  () => ({ type: 'run.started', at: 1, worker: 'w', takeover: 0 }),
  (s) => ({ ...of(s), type: 'step.started', attempt: 1, input: { value: s } }),
  (s) => ({ ...of(s), type: 'step.done', port: 'out', output: { value: 1 }, startedAt: 2 }),
  (s) => ({ ...of(s), type: 'step.retrying', attempt: 1, problem: why, dueAt: 9 }),
  (s) => ({ ...of(s), type: 'step.failed', attempt: 2, problem: why, handled: true, startedAt: 2 }),
  (s) => ({ ...of(s), type: 'step.waiting', until: 9 }),
  () => ({ type: 'run.responded', at: 8, response: { value: 1 } }),
];
const story = fc
  .array(fc.tuple(fc.nat(kinds.length - 1), fc.constantFrom('a', 'b', 'a.0.c', 'constructor')), {
    maxLength: 30,
  })
  .map((drawn) =>
    drawn.map(([kind, step], i) => ({ ...kinds[kind]?.(step), seq: i + 1 }) as RunEvent),
  );

describe('the view of a run', () => {
  it('is the same however the events are cut, and however often some come again', () => {
    fc.assert(
      fc.property(story, fc.nat(30), fc.nat(30), (events, cut, back) => {
        const whole = foldRun(events);
        const first = foldRun(events.slice(0, cut));
        const copy = structuredClone(first);
        expect(foldRun(events.slice(Math.max(0, cut - back)), first)).toEqual(whole);
        expect(first, 'the view it began with is left alone').toEqual(copy);
        expect(foldRun(events, whole)).toEqual(whole);
      }),
    );
  });

  it('shows a step with its attempts', () => {
    const events = [1, 3, 1, 4].map(
      (kind, i) => ({ ...kinds[kind]?.('a'), seq: i + 1 }) as RunEvent,
    );
    expect(foldRun(events).steps.a).toMatchObject({
      status: 'failed',
      attempt: 2,
      handled: true,
      failures: [{ attempt: 1 }, { attempt: 2 }],
    });
  });

  it.each<[string, NewRunEvent, string]>([
    ['done', { type: 'run.done', at: 9, output: { value: 1 } }, 'done'],
    ['failed', { type: 'run.failed', at: 9, problem: why, step: 'a' }, 'failed'],
    ['cancelled', { type: 'run.cancelled', at: 9, by: 'Ada' }, 'cancelled'],
    ['quarantined', { type: 'run.quarantined', at: 9, problem: why }, 'quarantined'],
  ])('ends %s, and nothing in it goes on', (_name, last, status) => {
    const events = [kinds[0]?.(''), kinds[1]?.('a'), kinds[2]?.('b'), last].map(
      (event, i) => ({ ...event, seq: i + 1 }) as RunEvent,
    );
    const view = foldRun(events);
    expect([view.status, view.endedAt, hasEnded(view.status)]).toEqual([status, 9, true]);
    expect([view.steps.a?.status, view.steps.b?.status]).toEqual(['cancelled', 'done']);
  });

  it.each<[string, [number, string][], string]>([
    [
      'waits while each of its steps does',
      [
        [1, 'a'],
        [5, 'b'],
        [3, 'a'],
      ],
      'waiting',
    ],
    [
      'runs while one of them does',
      [
        [5, 'b'],
        [1, 'a'],
      ],
      'running',
    ],
    [
      'runs again after the wait',
      [
        [5, 'b'],
        [2, 'b'],
      ],
      'running',
    ],
    [
      'waits when the steps in its loop do',
      [
        [1, 'a'],
        [5, 'a.0.c'],
      ],
      'waiting',
    ],
  ])('%s', (_name, drawn, status) => {
    const facts = [kinds[0]?.(''), ...drawn.map(([kind, step]) => kinds[kind]?.(step))];
    expect(foldRun(facts.map((fact, i) => ({ ...fact, seq: i + 1 }) as RunEvent)).status).toBe(
      status,
    );
  });

  it('tells the passes of loops from a step’s id', () => {
    expect(['a', 'a.3.b', 'a.3.b.12.c'].map(iterationOf)).toEqual([[], [3], [3, 12]]);
  });
});

describe('the wait before the next attempt', () => {
  const settings = {
    attempts: 1000,
    backoff: 'exponential',
    delayMs: 1000,
    maxDelayMs: 60_000,
    jitter: true,
  } as const;

  it('never passes the limit, nor falls below half of what it spreads', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const full = retryDelay(
            { ...settings, jitter: false },
            { attempt, asked: 'backoff', random },
          );
          const spread = retryDelay(settings, { attempt, asked: 'backoff', random });
          expect(full).toBe(Math.min(1000 * 2 ** (attempt - 1), 60_000));
          expect(spread).toBeGreaterThanOrEqual(full / 2);
          expect(spread).toBeLessThanOrEqual(full);
        },
      ),
    );
  });

  it('is what the other side asked for, whatever the settings say', () => {
    expect(retryDelay(settings, { attempt: 9, asked: { after: 5 }, random: 0.3 })).toBe(5);
  });
});
