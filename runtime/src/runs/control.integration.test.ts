import { createDrawing, publishDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { startRecordingServer, type RecordingServer } from '@patchbay/e2e/recording-server';
import { until } from '@patchbay/e2e/until';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import {
  editFlow,
  drawGraph,
  isTrigger,
  putEdit,
  type FlowNode,
  type NodeDrawing,
} from '@patchbay/shared/flows';
import { cancelRun, getRun, listRuns, retryRun, type RunSummary } from '@patchbay/shared/runs';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadVersion } from '#versions';

import { newRun } from './new-run.ts';

const START = { start: { kind: 'manual' } } as const;

describe.each(DIALECTS)('a run in somebody’s hands, %s', (dialect) => {
  let at: TestHouse;
  let peer: RecordingServer;
  beforeAll(async () => {
    [at, peer] = await Promise.all([openTestHouse(dialect), startRecordingServer()]);
  });
  afterAll(async () => {
    await at?.stop();
    await peer?.stop();
  });

  const post = (path: string, more: object = {}): NodeDrawing => ({
    kind: 'action',
    config: { connector: 'http', version: '1.0.0', action: 'request' },
    input: `{ "method": "POST", "url": "${peer.url}${path}", "body": {} }`,
    ...more,
  });
  const cancel = (id: string): Promise<unknown> => at.client.call(cancelRun, { params: { id } });
  const statusOf = async (id: string): Promise<RunSummary['status']> =>
    (await at.client.call(getRun, { params: { id } })).run.status;
  const retry = async (
    id: string,
    from: 'start' | 'failed',
    version: 'same' | 'newest' | 'draft' = 'same',
  ): ReturnType<typeof untilEnded> =>
    untilEnded(
      at.client,
      (await at.client.call(retryRun, { params: { id }, body: { from, version } })).run,
    );

  describe('cancelling', () => {
    it('ends a run that a worker hangs on, and a second time changes nothing', async () => {
      const flow = await publishDrawing(at.client, { ...START, call: post('/hang') }, [
        'start>call',
      ]);
      const id = await runByHand(at.client, flow);
      await until('it hangs', () => peer.calls.some(({ key }) => key.startsWith(id)));
      await cancel(id);
      expect(await statusOf(id)).toBe('cancelled');
      const { events } = await untilEnded(at.client, id);
      expect(events.at(-1)).toMatchObject({ type: 'run.cancelled', by: 'Ada Lovelace' });
      await cancel(id);
      expect((await untilEnded(at.client, id)).events).toEqual(events);
    });

    it('ends one that waits for an hour, and those it called with it', async () => {
      const inner = await publishDrawing(
        at.client,
        { in: { kind: 'called' }, wait: { kind: 'wait', input: '3600' } },
        ['in>wait'],
      );
      const call = { kind: 'call', config: { flow: inner }, input: '1' } as const;
      const outer = await publishDrawing(at.client, { ...START, call }, ['start>call']);
      const id = await runByHand(at.client, outer);
      const child = await until('the child waits', async () => {
        const { items } = await at.client.call(listRuns, { query: { flow: inner, limit: 5 } });
        return items.find((run) => run.status === 'waiting');
      });
      expect(child.parent).toBe(id);
      await cancel(id);
      expect([await statusOf(id), await statusOf(child.id)]).toEqual(['cancelled', 'cancelled']);
    });

    it('ends a run that was called at the very moment its caller was cancelled', async () => {
      const flow = await publishDrawing(
        at.client,
        { ...START, wait: { kind: 'wait', input: '3600' } },
        ['start>wait'],
      );
      const caller = await runByHand(at.client, flow);
      await until('it waits', async () => (await statusOf(caller)) === 'waiting');
      await cancel(caller);
      const { store, queue, db } = at.house;
      const [row] = await db.query<{ version_id: string }>('select * from run where id = ?', [
        caller,
      ]);
      const version = await loadVersion(db.query, row?.version_id ?? '');
      const trigger = Object.values(version.graph.nodes).find(isTrigger) as FlowNode;
      const parent = { run: caller, step: 'call', depth: 1 };
      const made = newRun({ version, trigger, payload: null, at: Date.now(), parent });
      await store.write({ kind: 'insert', ...made });
      queue.wake(made.row.id);
      const { events } = await untilEnded(at.client, made.row.id);
      expect(events.map((event) => event.type)).toEqual(['run.cancelled']);
    });

    it('never fails, even at the very moment at which the runs end', async () => {
      const flow = await publishDrawing(
        at.client,
        { ...START, echo: { kind: 'map', input: 'trigger & "!"' } },
        ['start>echo'],
      );
      const ids = await Promise.all(
        Array.from({ length: 40 }, () => runByHand(at.client, flow, { payload: 'x' })),
      );
      await Promise.all(ids.map(cancel));
      for (const id of ids) expect(['done', 'cancelled']).toContain(await statusOf(id));
      for (const id of ids) {
        const { events } = await untilEnded(at.client, id);
        expect(events.map((event) => event.seq)).toEqual(events.map((_, i) => i + 1));
        expect(
          events.filter((e) => e.type === 'run.done' || e.type === 'run.cancelled'),
        ).toHaveLength(1);
      }
    });
  });

  describe('retrying', () => {
    it('from the failed step repeats none that was done, under the keys of the first run', async () => {
      const flow = await createDrawing(
        at.client,
        {
          ...START,
          list: { kind: 'loop', config: { concurrency: 1, onItemError: 'stop' }, input: '[1,2,3]' },
          tell: post('/', { parent: 'list' }),
          check: {
            kind: 'map',
            parent: 'list',
            input: 'item = 2 and vars.bad ? $error("two is bad") : item',
          },
          sum: { kind: 'map', input: '$count(steps.list.items)' },
        },
        ['start>list', 'list:item>tell', 'tell>check', 'list>sum'],
      );
      const params = { id: flow.id };
      const edit = async (bad: boolean, revision: number): Promise<void> => {
        const body = { revision, edits: [{ label: 'Set bad', vars: { bad } }] };
        await at.client.call(editFlow, { params, body });
      };
      await edit(true, 0);
      await at.client.call(publishFlow, { params, body: { notes: '' } });
      const first = await untilEnded(at.client, await runByHand(at.client, flow.id));
      expect(first.run.status).toBe('failed');
      expect(first.run.problem?.message).toMatch(/^Item 2 failed: .*two is bad/);
      const calls = (): number =>
        peer.calls.filter(({ key }) => key.startsWith(first.run.id)).length;
      expect(calls()).toBe(2);

      expect((await retry(first.run.id, 'failed')).run.status).toBe('failed');
      await edit(false, 1);
      const draft = await retry(first.run.id, 'failed', 'draft');
      expect(draft.run).toMatchObject({ status: 'done', retryOf: first.run.id });
      expect(draft.run.version).toBeUndefined();
      expect(draft.events.at(-1)).toMatchObject({ type: 'run.done', output: { value: 3 } });
      expect(calls(), 'item 3 is new; items 1 and 2 were told').toBe(3);

      await at.client.call(publishFlow, { params, body: { notes: '' } });
      const newest = await retry(first.run.id, 'start', 'newest');
      expect(newest.run).toMatchObject({ status: 'done', version: 2 });
      expect(calls(), 'from the start everything is told again').toBe(6);
      const { retries } = await at.client.call(getRun, { params: { id: first.run.id } });
      expect(retries).toHaveLength(3);
    });

    it('is refused while the run still goes', async () => {
      const flow = await publishDrawing(
        at.client,
        { ...START, wait: { kind: 'wait', input: '3600' } },
        ['start>wait'],
      );
      const id = await runByHand(at.client, flow);
      await expect(retry(id, 'start')).rejects.toThrow('conflict');
      await cancel(id);
    });
  });

  describe('calling a flow', () => {
    it('gives what it gave, or its failure by the error port', async () => {
      const inner = await publishDrawing(
        at.client,
        {
          in: { kind: 'called' },
          ok: {
            kind: 'choice',
            config: { cases: [{ id: 'yes', label: '', when: 'trigger > 0' }] },
          },
          twice: { kind: 'map', input: 'trigger * 2' },
          no: { kind: 'fail', input: '"not positive"' },
        },
        ['in>ok', 'ok:yes>twice', 'ok:else>no'],
      );
      const call = { kind: 'call', config: { flow: inner }, input: 'trigger' } as const;
      const outer = await publishDrawing(
        at.client,
        { ...START, call, sorry: { kind: 'map', input: 'steps.call.error.message' } },
        ['start>call', 'call:error>sorry'],
      );
      const give = async (payload: number): Promise<unknown> => {
        const { events } = await untilEnded(
          at.client,
          await runByHand(at.client, outer, { payload }),
        );
        const last = events.at(-1);
        return last?.type === 'run.done' && 'value' in last.output ? last.output.value : last;
      };
      expect(await give(21)).toBe(42);
      expect(await give(-1)).toBe('The called flow ended badly: not positive');
    });

    it('that calls itself ends at the depth limit', async () => {
      const { id } = await createDrawing(at.client, { ...START, in: { kind: 'called' } }, []);
      const drawing = drawGraph(
        {
          ...START,
          in: { kind: 'called' },
          again: { kind: 'call', config: { flow: id }, input: '1' },
        },
        ['start>again', 'in>again'],
      );
      const edits = [putEdit('call', Object.values(drawing.nodes), Object.values(drawing.edges))];
      await at.client.call(editFlow, { params: { id }, body: { revision: 0, edits } });
      await at.client.call(publishFlow, { params: { id }, body: { notes: '' } });
      const { run } = await untilEnded(at.client, await runByHand(at.client, id));
      expect(run.status).toBe('failed');
      expect(run.problem?.message).toContain('more than 20 deep');
      const { items } = await at.client.call(listRuns, { query: { flow: id, limit: 50 } });
      expect(items).toHaveLength(21);
      expect(items.every((one) => one.status === 'failed')).toBe(true);
    });

    it('that is not live fails in words', async () => {
      const { id } = await createDrawing(at.client, { in: { kind: 'called' } }, []);
      const call = { kind: 'call', config: { flow: id }, input: '1' } as const;
      const outer = await publishDrawing(at.client, { ...START, call }, ['start>call']);
      const { run } = await untilEnded(at.client, await runByHand(at.client, outer));
      expect(run.problem).toMatchObject({ code: 'not_found', at: { node: 'call' } });
    });
  });
});

describe.each(DIALECTS)('a run that no worker takes, %s', (dialect) => {
  it('is cancelled all the same', async () => {
    const at = await openTestHouse(dialect, { works: false });
    const { id: flow } = await createDrawing(at.client, START, []);
    const id = await runByHand(at.client, flow, { draft: true });
    await at.client.call(cancelRun, { params: { id } });
    expect((await untilEnded(at.client, id)).run.status).toBe('cancelled');
    await at.stop();
  });
});
