import { createDrawing, publishDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { until } from '@patchbay/e2e/until';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import type { Json } from '@patchbay/shared/base';
import {
  drawGraph,
  editFlow,
  getFlow,
  putEdit,
  type FlowNode,
  type NodeDrawing,
} from '@patchbay/shared/flows';
import {
  changeWorkbench,
  continueRun,
  foldRun,
  getRun,
  getWorkbench,
  startRun,
  type RunView,
} from '@patchbay/shared/runs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const NODES: Record<string, NodeDrawing> = {
  start: { kind: 'manual' },
  a: { kind: 'map', input: 'trigger.n' },
  b: { kind: 'map', input: 'steps.a + 1' },
  each: { kind: 'loop', input: '[10, 20, 30]' },
  twice: { kind: 'map', input: '{ "i": index, "v": item * 2 }', parent: 'each' },
  c: { kind: 'map', input: '{ "b": steps.b, "n": $count(steps.each.items) }' },
};
const WIRES = ['start>a', 'a>b', 'b>each', 'each>c'];

describe.each(DIALECTS)('a test run, %s', (dialect) => {
  let at: TestHouse;
  beforeAll(async () => {
    at = await openTestHouse(dialect);
  });
  afterAll(() => at?.stop());

  const draft = async (): Promise<string> => (await createDrawing(at.client, NODES, WIRES)).id;
  const change = async (id: string, node: string, input: string): Promise<void> => {
    const { revision } = await at.client.call(getFlow, { params: { id } });
    const { nodes } = drawGraph({ ...NODES, [node]: { ...NODES[node], input } as NodeDrawing }, []);
    const edits = [putEdit('Change', [nodes[node] as FlowNode])];
    await at.client.call(editFlow, { params: { id }, body: { revision, edits } });
  };
  type Body = Parameters<typeof at.client.call<typeof startRun>>[1]['body'];
  const start = async (id: string, body: Partial<Body>): Promise<string> => {
    const all = { draft: true, ...body };
    return (await at.client.call(startRun, { params: { id }, body: all })).run;
  };
  const ended = async (run: string): Promise<RunView> =>
    foldRun((await untilEnded(at.client, run)).events);
  const performed = async (run: string, base: string): Promise<(string | undefined)[]> => {
    const { events } = await untilEnded(at.client, run);
    const old = (await untilEnded(at.client, base)).events.map((event) => event.at);
    const fresh = events.filter((e) => e.type === 'step.done' && e.at > Math.max(...old));
    return fresh.map((event) => ('step' in event ? event.step : undefined));
  };
  const output = (view: RunView, step: string): Json | undefined => {
    const found = view.steps[step]?.output;
    return found && 'value' in found ? found.value : undefined;
  };
  const script = { only: {}, breakpoints: true, stepping: false };

  it('takes pinned outputs in place of steps, which production never sees', async () => {
    const id = await publishDrawing(at.client, NODES, WIRES);
    const pins = { b: { output: 100 }, each: { output: { items: [1], errors: [] } } };
    await at.client.call(changeWorkbench, { params: { id }, body: { pins, breakpoints: {} } });
    const test = await ended(await start(id, { payload: { n: 1 } }));
    expect(output(test, 'c')).toEqual({ b: 100, n: 1 });
    const real = await ended(await runByHand(at.client, id, { payload: { n: 1 } }));
    expect(output(real, 'c')).toEqual({ b: 2, n: 3 });
    await at.client.call(changeWorkbench, {
      params: { id },
      body: { pins: { b: null, gone: { output: 1 }, start: { output: 1 } }, breakpoints: {} },
    });
    const kept = await at.client.call(getWorkbench, { params: { id } });
    expect(Object.keys(kept.pins)).toEqual(['each']);
  });

  it('runs up to a step, and of what leads to it only what is stale', async () => {
    const id = await draft();
    const first = await start(id, { payload: { n: 1 }, script: { ...script, until: 'b' } });
    expect(Object.keys((await ended(first)).steps)).toEqual(['a', 'b']);
    const base = { run: first, node: 'c', keep: 'fresh' as const };
    const second = await start(id, { base, script: { ...script, until: 'c' } });
    expect(await performed(second, first)).toEqual([
      'each.0.twice',
      'each.1.twice',
      'each.2.twice',
      'each',
      'c',
    ]);
    await change(id, 'b', 'steps.a + 5');
    const third = await start(id, { base: { ...base, run: second }, script });
    expect(output(await ended(third), 'c')).toEqual({ b: 6, n: 3 });
    expect(await performed(third, second)).not.toContain('a');
  });

  it('runs from a step with the last data, even where that is stale', async () => {
    const id = await draft();
    const first = await start(id, { payload: { n: 1 } });
    await ended(first);
    await change(id, 'a', '1000');
    const base = { run: first, node: 'each', keep: 'all' as const };
    const second = await start(id, { base });
    expect(output(await ended(second), 'c')).toEqual({ b: 2, n: 3 });
    expect(await performed(second, first)).not.toContain('b');
  });

  it('runs one item of a loop under its own index', async () => {
    const id = await draft();
    const run = await start(id, {
      payload: { n: 1 },
      script: { ...script, until: 'each', only: { each: 1 } },
    });
    const view = await ended(run);
    expect(output(view, 'each')).toEqual({ items: [{ i: 1, v: 40 }], errors: [] });
    expect(Object.keys(view.steps)).not.toContain('each.0.twice');
  });

  it('stops before a breakpoint, steps, and goes on', async () => {
    const id = await draft();
    await at.client.call(changeWorkbench, {
      params: { id },
      body: { pins: {}, breakpoints: { b: true } },
    });
    const run = await start(id, { payload: { n: 1 } });
    const pausedAt = (step: string): Promise<unknown> =>
      until(`the run stands before ${step}`, async () => {
        const found = await at.client.call(getRun, { params: { id: run } });
        const { steps } = foldRun(found.events);
        return found.run.status === 'waiting' && steps[step]?.paused === true;
      });
    const goOn = (stepping: boolean): Promise<unknown> =>
      at.client.call(continueRun, { params: { id: run }, body: { stepping } });
    await pausedAt('b');
    await goOn(true);
    await pausedAt('each');
    await goOn(true);
    await pausedAt('each.0.twice');
    await goOn(false);
    expect(output(await ended(run), 'c')).toEqual({ b: 2, n: 3 });
  });
});
