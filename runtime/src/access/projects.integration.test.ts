import type { Client } from '@patchbay/e2e/client';
import { createDrawing, publishDrawing, runByHand } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import {
  createProject,
  createToken,
  deleteProject,
  getMe,
  listProjects,
  listTokens,
  renameProject,
} from '@patchbay/shared/access';
import { createConnection, deleteConnection, listConnections } from '@patchbay/shared/connections';
import { checkFlow, deleteFlow, listFlows } from '@patchbay/shared/flows';
import { getHealth } from '@patchbay/shared/health';
import { listFunctions, saveFunction } from '@patchbay/shared/mapping';
import { listRuns, startRun } from '@patchbay/shared/runs';
import { callAction, createTest, listCalls, listSuites } from '@patchbay/shared/testing';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const http = { connector: 'http', version: '1.0.0' };
const twice = { parameters: ['n'], body: '$n * 2', description: 'Twice as much.', examples: [] };

describe.each(DIALECTS)('projects, %s', (dialect) => {
  let at: TestHouse;
  let main: Client;
  let finance: Client;
  beforeAll(async () => {
    at = await openTestHouse(dialect, { works: false });
    main = at.client;
    const { id } = await main.call(createProject, { body: { name: 'Finance & Tax' } });
    finance = main.in(id);
  });
  afterAll(() => at?.stop());

  const connect = (client: Client, scope: 'project' | 'global' | 'personal', name: string) => {
    const auth = { scheme: 'none', values: {} };
    return client.call(createConnection, { body: { ...http, name, scope, config: {}, auth } });
  };
  const calling = (connection: string) => ({
    kind: 'action' as const,
    config: { ...http, action: 'request', connection },
    input: '{ "url": "https://example.com/" }',
  });

  it('are called in addresses by a word of their first name', async () => {
    expect(await finance.call(getMe, {})).toMatchObject({
      project: { id: 'finance-tax', name: 'Finance & Tax' },
    });
    const params = { id: 'finance-tax' };
    await main.call(renameProject, { params, body: { name: 'Finance' } });
    expect((await finance.call(getMe, {})).project).toEqual({ id: 'finance-tax', name: 'Finance' });
  });

  it('have names of their own', async () => {
    await expect(main.call(createProject, { body: { name: 'FINANCE' } })).rejects.toThrow(
      'There is a project “FINANCE” already.',
    );
  });

  it('hold flows, runs, functions, connections, tests, calls and tokens that others do not show', async () => {
    const flow = await publishDrawing(finance, { go: { kind: 'manual' } }, []);
    const run = await runByHand(finance, flow);
    const connection = await connect(finance, 'project', 'Ledger');
    await finance.call(saveFunction, { params: { name: 'twice' }, body: twice });
    const scope = { kind: 'flow' as const, trigger: 'go' };
    const test = { name: 'T', scope, input: {}, mocks: {}, outcome: 'done' as const, checks: [] };
    await finance.call(createTest, { params: { subject: `flow:${flow}` }, body: test });
    const call = { ...http, action: 'request', input: { url: 'not one' }, dryRun: false };
    await finance.call(callAction, { body: call });
    await finance.call(createToken, { body: { name: 'CI' } });

    const seen = async (client: Client) => ({
      flows: (await client.call(listFlows, { query: {} })).items.map(({ id }) => id),
      runs: (await client.call(listRuns, { query: { limit: 9 } })).items.map(({ id }) => id),
      connections: (await client.call(listConnections, { query: {} })).items.map(({ id }) => id),
      functions: (await client.call(listFunctions, {})).items.map(({ name }) => name),
      suites: (await client.call(listSuites, {})).items.map(({ subject }) => subject),
      calls: (await client.call(listCalls, { query: {} })).items.length,
      tokens: (await client.call(listTokens, {})).items.length,
      health: (await client.call(getHealth, { query: { hours: 1 } })).connections.length,
    });
    expect(await seen(finance)).toEqual({
      flows: [flow],
      runs: [run],
      connections: [connection.id],
      functions: ['twice'],
      suites: [`flow:${flow}`],
      calls: 1,
      tokens: 1,
      health: 1,
    });
    const others = await seen(main);
    expect(others.flows).not.toContain(flow);
    expect(others).toMatchObject({ runs: [], connections: [], functions: [], suites: [] });
    expect(others).toMatchObject({ calls: 0, tokens: 0, health: 0 });
    const { items } = await main.call(listProjects, {});
    expect(items.map(({ id }) => id)).toEqual(['finance-tax', 'default']);
    expect(items[0]).toMatchObject({
      flows: 1,
      failing: 0,
      connections: 1,
      functions: 1,
      tokens: 1,
    });
  });

  it('are those of what a path names, wherever it is asked from', async () => {
    const node = { kind: 'map' as const, input: '$twice(21)' };
    const { id } = await createDrawing(finance, { go: { kind: 'manual' }, node }, ['go>node']);
    expect(await main.call(checkFlow, { params: { id } })).toEqual({ problems: [] });
    await main.call(publishFlow, { params: { id }, body: { notes: '' } });
    const elsewhere = await createDrawing(main, { go: { kind: 'manual' }, node }, ['go>node']);
    const { problems } = await finance.call(checkFlow, { params: { id: elsewhere.id } });
    expect(problems.map(({ message }) => message).join()).toContain('$twice');
  });

  it('keep their connections from flows of others', async () => {
    const own = await connect(finance, 'project', 'Own');
    const open = await connect(finance, 'global', 'Open');
    const using = (id: string) =>
      createDrawing(main, { go: { kind: 'manual' }, node: calling(id) }, ['go>node']);
    const refused = await using(own.id);
    const { problems } = await main.call(checkFlow, { params: { id: refused.id } });
    expect(problems).toMatchObject([{ at: { node: 'node', field: 'connection' } }]);
    expect(problems[0]?.message).toContain('belongs to another project');
    const start = main.call(startRun, { params: { id: refused.id }, body: { draft: true } });
    await expect(start).rejects.toThrow('belongs to another project');
    const call = { ...http, connection: own.id, action: 'request', input: {}, dryRun: false };
    await expect(main.call(callAction, { body: call })).rejects.toThrow('another project');
    const fine = await using(open.id);
    expect(await main.call(checkFlow, { params: { id: fine.id } })).toEqual({ problems: [] });
  });

  it('keep their flows from being called by flows of others', async () => {
    const called = await publishDrawing(finance, { in: { kind: 'called' } }, []);
    const node = { kind: 'call' as const, config: { flow: called }, input: '{}' };
    const { id } = await createDrawing(main, { go: { kind: 'manual' }, node }, ['go>node']);
    const { problems } = await main.call(checkFlow, { params: { id } });
    expect(problems).toMatchObject([{ at: { node: 'node', field: 'flow' } }]);
  });

  it('that are not there are said so', async () => {
    const asking = main.in('gone').call(listFlows, { query: {} });
    await expect(asking).rejects.toThrow('There is no project “gone”.');
  });

  it('that are deleted while something is made in them lose nothing', async () => {
    for (let round = 0; round < 12; round++) {
      const { id } = await main.call(createProject, { body: { name: `Brief ${round}` } });
      const made = [
        createDrawing(main.in(id), { go: { kind: 'manual' } }, []),
        connect(main.in(id), 'project', 'Brief'),
        main.call(deleteProject, { params: { id } }),
      ];
      await Promise.allSettled(round % 2 ? made : made.toReversed());
    }
    for (const table of ['flow', 'connection']) {
      const lost = `select id from ${table} where project_id not in (select id from project)`;
      expect(await at.house.db.query(lost)).toEqual([]);
    }
  });

  it('are deleted only when no flow and no connection is left in them, with all that is theirs', async () => {
    const params = { id: (await main.call(createProject, { body: { name: 'Short' } })).id };
    const short = main.in(params.id);
    const flow = await createDrawing(short, { go: { kind: 'manual' } }, []);
    const { id } = await connect(short, 'project', 'Last');
    await short.call(saveFunction, { params: { name: 'twice' }, body: twice });
    const deleting = () => main.call(deleteProject, { params });
    await expect(deleting()).rejects.toThrow('still has 1 flow and 1 connection');
    await short.call(deleteFlow, { params: { id: flow.id } });
    await expect(deleting()).rejects.toThrow('still has 1 connection');
    await short.call(deleteConnection, { params: { id } });
    await deleting();
    await expect(short.call(listFlows, { query: {} })).rejects.toThrow('no project');
    await expect(main.call(deleteProject, { params: { id: 'default' } })).rejects.toThrow('Rename');
    await main.call(createProject, { body: { name: 'Short' } });
    expect(await short.call(listFunctions, {})).toEqual({ items: [] });
  });
});
