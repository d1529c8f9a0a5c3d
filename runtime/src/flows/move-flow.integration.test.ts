import type { Client } from '@patchbay/e2e/client';
import { createDrawing, publishDrawing, runByHand } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createProject } from '@patchbay/shared/access';
import { createConnection, updateConnection } from '@patchbay/shared/connections';
import { editFlow, getFlow, listFlows, moveFlow } from '@patchbay/shared/flows';
import { saveFunction } from '@patchbay/shared/mapping';
import { cancelRun, listRuns, retryRun } from '@patchbay/shared/runs';
import { publishFlow, setLive } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const twice = {
  parameters: ['n'],
  body: '$n * 2',
  description: 'Twice as much.',
  examples: [],
};

describe.each(DIALECTS)('moving a flow to another project, %s', (dialect) => {
  let at: TestHouse;
  let main: Client;
  let finance: Client;
  beforeAll(async () => {
    at = await openTestHouse(dialect, { works: false });
    main = at.client;
    finance = main.in((await main.call(createProject, { body: { name: 'Finance' } })).id);
  });
  afterAll(() => at?.stop());

  const move = (id: string, project = 'finance') =>
    main.call(moveFlow, { params: { id }, body: { project } });
  const refused = async (id: string): Promise<string[]> => {
    const error = (await move(id).catch((thrown: unknown) => thrown)) as {
      problem: { code: string; details: { problems: { message: string }[] } };
    };
    expect(error.problem.code).toBe('conflict');
    return error.problem.details.problems.map(({ message }) => message);
  };

  it('takes its versions and runs along', async () => {
    const id = await publishDrawing(main, { go: { kind: 'manual' } }, []);
    const run = await runByHand(main, id);
    expect(await move(id)).toMatchObject({ id, project: 'finance', liveVersion: 1 });
    const there = await finance.call(listFlows, { query: {} });
    expect(there.items.map((flow) => flow.id)).toContain(id);
    const here = await main.call(listFlows, { query: {} });
    expect(here.items.map((flow) => flow.id)).not.toContain(id);
    const { items } = await finance.call(listRuns, { query: { limit: 5 } });
    expect(items).toMatchObject([{ id: run, project: 'finance' }]);
  });

  it('is refused while it works with what the other one does not have, in words for each', async () => {
    const about = { connector: 'http', version: '1.0.0', config: {} };
    const auth = { scheme: 'none', values: {} };
    const ledger = { ...about, name: 'Ledger', scope: 'project' as const, auth };
    const connection = (await main.call(createConnection, { body: ledger })).id;
    await main.call(saveFunction, { params: { name: 'twice' }, body: twice });
    const called = await publishDrawing(main, { in: { kind: 'called' } }, []);
    const nodes = {
      go: { kind: 'manual' },
      fetch: {
        kind: 'action',
        config: { connector: 'http', version: '1.0.0', action: 'request', connection },
        input: '{ "url": "https://example.com/" }',
      },
      sum: { kind: 'map', input: '$twice(21)' },
      ask: { kind: 'call', config: { flow: called }, input: '{}' },
    } as const;
    const { id } = await createDrawing(main, nodes, ['go>fetch', 'fetch>sum', 'sum>ask']);
    expect(await refused(id)).toEqual([
      'It works with the connection “Ledger”, which belongs to another project.',
      'It calls the function $twice, which is not there.',
      'It calls the flow “Test”.',
    ]);
    expect(await refused(called)).toEqual(['The flow “Test” calls it.']);
    expect(await main.call(getFlow, { params: { id } })).toMatchObject({ project: 'default' });

    const other = { ...twice, body: '$n + $n' };
    await finance.call(saveFunction, { params: { name: 'twice' }, body: other });
    const open = { params: { id: connection }, body: { scope: 'global' as const } };
    await main.call(updateConnection, open);
    expect(await refused(id)).toEqual([
      'It calls the function $twice, which is another one there.',
      'It calls the flow “Test”.',
    ]);
  });

  it('is refused while only its live version works with what is not there', async () => {
    const auth = { scheme: 'none', values: {} };
    const body = { name: 'Own', connector: 'http', version: '1.0.0', config: {}, auth };
    const connection = (await main.call(createConnection, { body })).id;
    const fetch = {
      kind: 'action',
      config: { connector: 'http', version: '1.0.0', action: 'request', connection },
      input: '{ "url": "https://example.com/" }',
    } as const;
    const id = await publishDrawing(main, { go: { kind: 'manual' }, fetch }, ['go>fetch']);
    const { revision, graph } = await main.call(getFlow, { params: { id } });
    const nodes = Object.fromEntries(Object.entries(graph.nodes).filter(([n]) => n !== 'fetch'));
    await at.house.db.query('update flow set graph = ?, revision = ? where id = ?', [
      JSON.stringify({ ...graph, nodes, edges: {} }),
      revision + 1,
      id,
    ]);
    expect(await refused(id)).toEqual([
      'It works with the connection “Own”, which belongs to another project.',
    ]);
  });

  it('leaves behind the versions that work with what is not there', async () => {
    const auth = { scheme: 'none', values: {} };
    const body = { name: 'Old', connector: 'http', version: '1.0.0', config: {}, auth };
    const connection = (await main.call(createConnection, { body })).id;
    const ask = {
      kind: 'action',
      config: { connector: 'http', version: '1.0.0', action: 'request', connection },
      input: '{ "url": "https://example.com/" }',
    } as const;
    const { id, revision } = await createDrawing(main, { go: { kind: 'manual' }, ask }, ['go>ask']);
    const params = { id };
    const publish = () => main.call(publishFlow, { params, body: { notes: '' } });
    await publish();
    const run = await runByHand(main, id);
    await main.call(cancelRun, { params: { id: run } });
    const { graph } = await main.call(getFlow, { params });
    const edges = Object.fromEntries(Object.keys(graph.edges).map((edge) => [edge, null]));
    const drop = { label: 'Drop', nodes: { ask: null }, edges };
    await main.call(editFlow, { params, body: { revision, edits: [drop] } });
    await publish();
    await move(id);
    const refusal = 'belongs to another project';
    const back = main.call(setLive, { params, body: { version: 1 } });
    await expect(back).rejects.toThrow(refusal);
    const again = { from: 'start', version: 'same' } as const;
    const retry = main.call(retryRun, { params: { id: run }, body: again });
    await expect(retry).rejects.toThrow(refusal);
  });

  it('to a project that is not there says so', async () => {
    const { id } = await createDrawing(main, { go: { kind: 'manual' } }, []);
    await expect(move(id, 'nowhere')).rejects.toThrow('There is no project “nowhere”.');
  });
});
