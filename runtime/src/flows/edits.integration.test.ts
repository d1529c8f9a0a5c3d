import { Client, ApiError } from '@patchbay/e2e/client';
import { createDrawing } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { listAudit } from '@patchbay/shared/audit';
import { createConnection, deleteConnection, putSecret } from '@patchbay/shared/connections';
import {
  checkFlow,
  createFlow,
  deleteFlow,
  drawGraph,
  editFlow,
  getFlow,
  listEdits,
  putEdit,
  updateFlow,
  type FlowEdit,
  type FlowNode,
  type NodeDrawing,
} from '@patchbay/shared/flows';
import { listVersions, publishFlow, setLive } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const DRAWING = {
  start: { kind: 'manual' },
  a: { kind: 'map', input: '1' },
  b: { kind: 'map', input: '2' },
} as const;
const WIRES = ['start>a', 'a>b'];

describe.each(DIALECTS)('a draft, %s', (dialect) => {
  let at: TestHouse;
  let other: Client;
  beforeAll(async () => {
    at = await openTestHouse(dialect, { works: false });
    other = await new Client(() => at.url).signIn();
  });
  afterAll(() => at?.stop());

  const draft = (): Promise<{ id: string; revision: number }> =>
    createDrawing(at.client, DRAWING, WIRES);
  const change = (id: 'a' | 'b', input: string): FlowEdit => {
    const { nodes } = drawGraph({ ...DRAWING, [id]: { kind: 'map', input } }, []);
    return putEdit(`Change ${id}`, [nodes[id] as FlowNode]);
  };
  const save = (
    client: Client,
    id: string,
    body: { revision: number; edits: FlowEdit[]; takeOver?: boolean },
  ): Promise<{ revision: number }> => client.call(editFlow, { params: { id }, body });
  const inputs = async (id: string): Promise<string[]> => {
    const { graph } = await at.client.call(getFlow, { params: { id } });
    return ['a', 'b'].map((key) => (graph.nodes[key] as { input: string }).input);
  };
  const refused = async (work: Promise<unknown>): Promise<ApiError['problem']> => {
    const error: unknown = await work.catch((thrown: unknown) => thrown);
    if (error instanceof ApiError) return error.problem;
    throw new Error('it was not refused');
  };

  it('takes what two people did to different steps', async () => {
    const { id, revision } = await draft();
    await save(at.client, id, { revision, edits: [change('a', '"mine"')] });
    const { revision: after } = await save(other, id, {
      revision,
      edits: [change('b', '"theirs"')],
    });
    expect(after).toBe(revision + 2);
    expect(await inputs(id)).toEqual(['"mine"', '"theirs"']);
  });

  it('shows the second of two tabs the conflict, and loses nothing until it says so', async () => {
    const { id, revision } = await draft();
    await save(at.client, id, { revision, edits: [change('a', '"first"')] });
    const mine = { revision, edits: [change('a', '"second"'), change('b', '"second"')] };
    const problem = await refused(save(other, id, mine));
    expect(problem).toMatchObject({
      code: 'conflict',
      details: { revision: revision + 1, overlap: ['node:a'], theirs: [{ by: 'Ada Lovelace' }] },
    });
    expect(await inputs(id)).toEqual(['"first"', '2']);
    await save(other, id, { ...mine, takeOver: true });
    expect(await inputs(id)).toEqual(['"second"', '"second"']);
    const { items } = await at.client.call(listEdits, {
      params: { id },
      query: { since: revision },
    });
    expect(items.map((item) => item.edit.label)).toEqual(['Change a', 'Change a', 'Change b']);
  });

  it('lets one of two saves at the same moment win, and tells the other', async () => {
    const { id, revision } = await draft();
    const saves = [at.client, other].map((client, i) =>
      save(client, id, { revision, edits: [change('a', `"${i}"`)] }),
    );
    const results = await Promise.allSettled(saves);
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const winner = results.findIndex((result) => result.status === 'fulfilled');
    expect((await inputs(id))[0]).toBe(`"${winner}"`);
  });

  it('keeps names with every quote, bracket and script as they are', async () => {
    const names = [
      `a'b"c`,
      `\\'; drop table run; --`,
      '?$1 ?? :x %s',
      '<img src=x onerror=alert(1)>',
      '../..',
      '名前 🎈',
    ];
    for (const name of names) {
      const input = JSON.stringify(name);
      const graph = drawGraph({ ...DRAWING, a: { kind: 'map', input, title: name } }, WIRES, {
        name,
      });
      const { id } = await at.client.call(createFlow, { body: { name, folder: name, graph } });
      const flow = await at.client.call(getFlow, { params: { id } });
      expect([flow.name, flow.folder]).toEqual([name, name]);
      expect(flow.graph).toEqual(graph);
    }
  });

  const publishing = (
    drawing: Record<string, NodeDrawing>,
    wires: string[],
  ): Promise<ApiError['problem']> =>
    createDrawing(at.client, drawing, wires).then(({ id }) =>
      refused(at.client.call(publishFlow, { params: { id }, body: { notes: '' } })),
    );

  it.each<[string, Record<string, NodeDrawing>, string[], RegExp]>([
    ['without a trigger', {}, [], /no trigger/],
    ['with a circle', DRAWING, [...WIRES, 'b>a'], /circle/],
    ['with a step nothing leads to', DRAWING, ['start>a'], /Nothing leads to "b"/],
    [
      'that names a step there is not',
      { ...DRAWING, b: { kind: 'map', input: 'steps.zzz' } },
      WIRES,
      /no step "zzz"/,
    ],
    [
      'that does not parse',
      { ...DRAWING, b: { kind: 'map', input: '{' } },
      WIRES,
      /does not parse/,
    ],
    [
      'with an action of no connector',
      {
        ...DRAWING,
        b: {
          kind: 'action',
          input: '1',
          config: { connector: 'x', version: '1.0.0', action: 'y' },
        },
      },
      WIRES,
      /no connector "x"/,
    ],
    [
      'with a connection missing',
      {
        ...DRAWING,
        b: {
          kind: 'action',
          input: '1',
          config: { connector: 'postgres', version: '1.0.0', action: 'query' },
        },
      },
      WIRES,
      /no connection to PostgreSQL/,
    ],
  ])('is not published %s', async (_name, drawing, wires, message) => {
    const problem = await publishing(drawing, wires);
    expect(problem.code).toBe('flow_invalid');
    expect(problem.message).toMatch(message);
    expect(problem.details?.problems).toHaveLength(1);
  });

  it('says the same before publishing as it does when publishing', async () => {
    const { id } = await createDrawing(
      at.client,
      { ...DRAWING, b: { kind: 'map', input: 'steps.x + steps.y' } },
      WIRES,
    );
    const { problems } = await at.client.call(checkFlow, { params: { id } });
    expect(problems.map((problem) => problem.at)).toEqual([
      { node: 'b', field: 'input', offset: 6 },
      { node: 'b', field: 'input', offset: 16 },
    ]);
    const refusal = await refused(
      at.client.call(publishFlow, { params: { id }, body: { notes: '' } }),
    );
    expect(refusal.details?.problems).toEqual(problems);
  });

  it('is not published when it was changed after the person looked', async () => {
    const { id, revision } = await draft();
    await save(other, id, { revision, edits: [change('a', '3')] });
    const problem = await refused(
      at.client.call(publishFlow, { params: { id }, body: { notes: '', revision } }),
    );
    expect(problem.code).toBe('conflict');
    expect((await at.client.call(listVersions, { params: { id } })).items).toEqual([]);
  });

  it('leaves an entry in the audit log with every change, and none with a refusal', async () => {
    const { id, revision } = await draft();
    const params = { id };
    await save(at.client, id, { revision, edits: [change('a', '3')] });
    await refused(save(other, id, { revision, edits: [change('a', '4')] }));
    await at.client.call(updateFlow, { params, body: { folder: 'x' } });
    await at.client.call(publishFlow, { params, body: { notes: 'n' } });
    await at.client.call(setLive, { params, body: { version: null } });
    await at.client.call(deleteFlow, { params });
    const query = { subject: `flow:${id}`, limit: 50 };
    const { items } = await at.client.call(listAudit, { query });
    expect(items.map((item) => item.action).toReversed()).toEqual([
      'flows.create',
      'flows.edit',
      'flows.update',
      'versions.publish',
      'versions.setLive',
      'flows.delete',
    ]);
    expect(items.every((item) => item.actorName === 'Ada Lovelace')).toBe(true);
  });

  it('keeps a connection that a live flow uses from being deleted, and no secret in the log', async () => {
    const auth = { scheme: 'role', values: { user: 'u', password: 'canary-in-audit' } };
    const config = { host: 'db.example.com', port: 5432, database: 'd', ssl: 'disable' };
    const connection = await at.client.call(createConnection, {
      body: { name: 'DB', connector: 'postgres', version: '1.0.0', config, auth },
    });
    await at.client.call(putSecret, { body: { value: 'canary-in-audit' } });
    const query: NodeDrawing = {
      kind: 'action',
      input: '{ "sql": "select 1" }',
      config: {
        connector: 'postgres',
        version: '1.0.0',
        action: 'query',
        connection: connection.id,
      },
    };
    const { id } = await createDrawing(at.client, { start: DRAWING.start, query }, ['start>query']);
    await at.client.call(publishFlow, { params: { id }, body: { notes: '' } });
    const params = { id: connection.id };
    expect(await refused(at.client.call(deleteConnection, { params }))).toMatchObject({
      code: 'conflict',
    });
    await at.client.call(setLive, { params: { id }, body: { version: null } });
    await at.client.call(deleteConnection, { params });
    const entries = await at.house.db.query('select * from audit_entry');
    expect(JSON.stringify(entries)).not.toContain('canary-in-audit');
    expect(
      await at.house.db.query('select id from credential where id = ?', [connection.id]),
    ).toEqual([]);
  });
});
