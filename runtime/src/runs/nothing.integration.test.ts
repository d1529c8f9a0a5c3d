import { publishDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import type { Problem } from '@patchbay/shared/base';
import type { NodeDrawing } from '@patchbay/shared/flows';
import { foldRun } from '@patchbay/shared/runs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const request = { connector: 'http', version: '1.0.0', action: 'request' };

describe('a reference to nothing in a run', () => {
  let at: TestHouse;
  beforeAll(async () => {
    at = await openTestHouse('sqlite');
  });
  afterAll(() => at?.stop());

  const endOf = async (step: NodeDrawing): Promise<Problem | string> => {
    const nodes = { start: { kind: 'manual' }, step } as const;
    const flow = await publishDrawing(at.client, nodes, ['start>step']);
    const payload = { order: { no: 1, lines: [] } };
    const id = await runByHand(at.client, flow, { payload });
    const { run, events } = await untilEnded(at.client, id);
    return foldRun(events).problem ?? run.status;
  };

  it.each<[string, NodeDrawing, object]>([
    [
      'a map',
      { kind: 'map', input: 'trigger.order.due' },
      { message: 'This run has no trigger.order.due, so there is nothing to go on with.' },
    ],
    ['a wait', { kind: 'wait', input: 'trigger.wait' }, { at: { node: 'step', field: 'input' } }],
    [
      'a required field of an action',
      { kind: 'action', config: request, input: '{ "url": trigger.order.url }' },
      { message: expect.stringContaining('It is made from trigger.order.url, which this run has') },
    ],
  ])('fails %s at its place, with words', async (_, step, expected) => {
    expect(await endOf(step)).toMatchObject(expected);
  });

  it.each<[string, NodeDrawing]>([
    ['a field that may be left out', { kind: 'map', input: '{ "due": trigger.order.due }' }],
    ['an empty list', { kind: 'map', input: 'trigger.order.lines' }],
    ['a fallback', { kind: 'map', input: 'trigger.order.due ?? "never"' }],
    ['what does not fit a filter', { kind: 'map', input: 'trigger.order[no = 2]' }],
    [
      'a condition',
      { kind: 'choice', config: { cases: [{ id: 'a', label: 'A', when: 'trigger.vip' }] } },
    ],
  ])('leaves %s alone', async (_, step) => {
    expect(await endOf(step)).toBe('done');
  });
});
