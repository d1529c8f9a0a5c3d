import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Json, JsonObject } from '@patchbay/shared/base';
import { closeSchema, compareManifests, connectorManifestSchema } from '@patchbay/shared/catalog';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  type ActionContext,
  callAction,
  type Connector,
  dataConnector,
  listTools,
  type McpPlace,
  type Programs,
  testConnection,
} from '#sdk';
import { convertTools } from '#sdk/mcp';
import { createOutbound, type Outbound } from '#sdk/outbound';
import { type ServedTools, serveTools, startLoopback, toolProgram } from '#sdk/testing';

const programs: Programs = {
  ledger: toolProgram('good'),
  newer: toolProgram('newer'),
  dies: toolProgram('dies'),
  floods: toolProgram('floods'),
  missing: { command: '/nowhere/at-all' },
};

let outbound: Outbound;
let served: ServedTools;
beforeAll(async () => {
  outbound = createOutbound({ allowPrivate: ['127.0.0.1'] });
  served = await serveTools();
});
afterAll(async () => {
  await served.stop();
  await outbound.close();
});

const parts = (more: Partial<ActionContext> = {}): ActionContext =>
  ({
    http: outbound.http,
    programs,
    signal: AbortSignal.timeout(20_000),
    config: {},
    input: {},
    ...more,
  }) as ActionContext;

async function connect(place: McpPlace): Promise<Connector> {
  const { manifest } = convertTools(JSON.stringify(await listTools(place, parts())));
  expect(connectorManifestSchema.parse(manifest)).toEqual(manifest);
  return dataConnector(manifest);
}

const call = (connector: Connector, action: string, input: JsonObject = {}): Promise<Json> =>
  callAction(connector, action, parts({ input }));

const places: [string, () => McpPlace][] = [
  ['streamable HTTP', () => ({ transport: 'http', url: served.url })],
  ['stdio', () => ({ transport: 'stdio', name: 'ledger' })],
];

describe.each(places)('an MCP server over %s', (_title, place) => {
  let ledger: Connector;
  beforeAll(async () => {
    ledger = await connect(place());
  });

  it('becomes a connector whose actions are its tools, with their forms and effects', () => {
    const { manifest } = ledger;
    expect(manifest).toMatchObject({
      id: 'ledger',
      name: 'Ledger',
      description: 'Keeps invoices and what was paid.',
      origin: { kind: 'mcp', transport: place().transport },
    });
    expect(Object.keys(manifest.actions).toSorted()).toEqual(
      ['env', 'fail', 'get_total', 'hang', 'invoice', 'picture', 'void'].toSorted(),
    );
    const { get_total: total, invoice, void: cancel } = manifest.actions;
    expect(total).toMatchObject({
      title: 'Get the total',
      description: 'Adds up what is open.',
      effects: { reads: true, idempotent: true },
      tool: { name: 'get_total', structured: true },
    });
    expect(closeSchema(total?.input ?? {}, manifest.$defs)).toMatchObject({
      type: 'object',
      properties: { customer: { type: 'string' } },
      required: ['customer'],
    });
    expect(invoice).toMatchObject({ title: 'Invoice', effects: { reads: false } });
    expect(cancel?.effects).toEqual({ reads: false, destructive: true, idempotent: true });
  });

  it('gives what a tool promises as it is', async () => {
    const total = { value: 12.5, currency: 'EUR' };
    const given = await call(ledger, 'get_total', { customer: 'Ann' });
    expect(given).toEqual({ customer: 'Ann', total });
  });

  it('sorts what a tool without a promise gives by its kind', async () => {
    const input = { lines: [{ text: 'Tea', price: 3 }] };
    expect(await call(ledger, 'invoice', input)).toMatchObject({ data: input, files: [] });
    expect(await call(ledger, 'picture')).toEqual({
      text: 'Here it is.\nAnd this.',
      data: null,
      files: [
        { name: 'image-2', type: 'image/png', size: 3, base64: 'AAEC' },
        { name: 'b.bin', type: 'a/b', size: 1, base64: 'AQ==' },
      ],
      links: [{ uri: 'file:///a.txt', name: 'a.txt', type: '' }],
    });
  });

  it('checks the input before anything is asked', async () => {
    const none = call(ledger, 'invoice', { lines: [] });
    await expect(none).rejects.toMatchObject({ problem: { code: 'invalid_input' } });
    const unknown = call(ledger, 'get_total', {});
    await expect(unknown).rejects.toThrow('The field customer is not valid: it is missing.');
  });

  it('says in its words why a tool failed', async () => {
    await expect(call(ledger, 'fail')).rejects.toMatchObject({
      problem: {
        code: 'rejected',
        message: 'The tool "fail" failed: The ledger is closed until Monday.',
      },
    });
  });

  it('lets go of a tool that hangs when the step ends', async () => {
    const signal = AbortSignal.timeout(1500);
    await expect(callAction(ledger, 'hang', parts({ signal }))).rejects.toThrow('was stopped');
  });

  it('proves a connection by the name of the server', async () => {
    expect(await testConnection(ledger, parts())).toEqual({ identity: 'Ledger 1.0.0' });
  });
});

describe('tools that change', () => {
  it('are seen by comparing, and a tool that is gone is told by name', async () => {
    const before = await connect({ transport: 'stdio', name: 'ledger' });
    const after = await connect({ transport: 'stdio', name: 'newer' });
    const changes = compareManifests(before.manifest, after.manifest);
    expect(changes).toEqual([
      expect.objectContaining({ kind: 'removed', id: 'void', breaking: true }),
      expect.objectContaining({
        id: 'invoice',
        breaking: true,
        words: 'It now asks for currency.',
      }),
      expect.objectContaining({ kind: 'added', id: 'refund', breaking: false }),
    ]);
    const changed = await serveTools();
    const old = await connect({ transport: 'http', url: changed.url });
    changed.change({ newer: true });
    await expect(call(old, 'void')).rejects.toThrow('no longer has the tool "void"');
    const other = call(old, 'invoice', { lines: [{ text: 'Tea', price: 1 }] });
    await expect(other).rejects.toThrow(/currency/);
    await changed.stop();
  });

  it('break the promise of an answer in words', async () => {
    const { manifest } = await connect({ transport: 'http', url: served.url });
    const { get_total: total } = manifest.actions;
    const promised = { type: 'object', required: ['sum'], properties: { sum: {} } };
    const lied = { ...manifest, actions: { total: { ...total!, output: promised } } };
    const given = call(dataConnector(lied), 'total', { customer: 'Ann' });
    await expect(given).rejects.toThrow('answered otherwise than it promises: sum: it is missing');
  });
});

describe('a program', () => {
  const list = (name: string, more: Partial<ActionContext> = {}): Promise<unknown> =>
    listTools({ transport: 'stdio', name }, parts(more));

  it.each([
    ['unknown', 'There is no MCP server "unknown" on the operator\'s list.'],
    ['__proto__', 'There is no MCP server "__proto__"'],
    ['missing', 'could not be started'],
    ['dies', 'ended before it answered: No licence for ….'],
    ['floods', 'ended before it answered'],
  ])('that is %s is told in words', async (name, words) => {
    await expect(list(name)).rejects.toThrow(words);
  });

  it.each(['deaf', 'babbles'])(
    'that is %s is ended with the step, whatever it does',
    async (mode) => {
      const pidFile = join(tmpdir(), `patchbay-mcp-${randomUUID()}`);
      const step = new AbortController();
      const { signal } = step;
      const asked = list(mode, { signal, programs: { [mode]: toolProgram(mode, pidFile) } });
      const ended = asked.then(() => 'answered', String);
      const pid = async (): Promise<number> =>
        Number(await readFile(pidFile, 'utf8').catch(() => ''));
      // It takes its time to start where the machine is busy.
      await expect.poll(pid).toBeGreaterThan(0);
      step.abort();
      expect(await ended).toContain('was stopped');
      const was = await pid();
      await expect.poll(() => isAlive(was)).toBe(false);
    },
  );

  it('sees nothing of our environment but what every program gets', async () => {
    process.env.ROOT_KEY_OF_TEST = 'never';
    const ledger = await connect({ transport: 'stdio', name: 'ledger' });
    const { data } = (await call(ledger, 'env')) as { data: Record<string, string> };
    expect(data).toMatchObject({ LEDGER_KEY: 's3cret-key' });
    expect(data).not.toHaveProperty('ROOT_KEY_OF_TEST');
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('an address', () => {
  it.each<[string, Parameters<typeof startLoopback>[0], string]>([
    [
      'that gives a page',
      (_, r) => r.setHeader('content-type', 'text/html').end('<p>'),
      'did not answer in MCP',
    ],
    [
      'that gives half a body',
      (_, r) => r.writeHead(200, { 'content-length': '9' }).destroy(),
      'closed the connection',
    ],
    ['that is refused', (_, r) => r.writeHead(401).end(), 'answered 401'],
    ['that is broken', (_, r) => r.writeHead(500).end('{"error":"down"}'), 'answered 500'],
    [
      'whose answer never comes',
      (_, r) => r.writeHead(200, { 'content-type': 'text/event-stream' }).end(': wait\n\n'),
      'ended its answer before it was complete',
    ],
    [
      'that gives other JSON',
      (_, r) => r.setHeader('content-type', 'application/json').end('{"a":1}'),
      '',
    ],
    [
      'that gives more than 10 MB',
      (_, r) => r.end('x'.repeat(11 * 1024 * 1024)),
      'larger than 10 MB',
    ],
  ])('%s is told in words', async (_title, listener, words) => {
    const peer = await startLoopback(listener);
    const asked = listTools({ transport: 'http', url: peer.url }, parts());
    await expect(asked).rejects.toMatchObject({
      problem: { message: expect.stringContaining(words) },
    });
    await peer.stop();
  });

  it('inside of a network is not called, and a wrong one is told', async () => {
    const http = (url: string): Promise<unknown> => listTools({ transport: 'http', url }, parts());
    await expect(http('http://169.254.169.254/mcp')).rejects.toMatchObject({
      problem: { code: 'address_blocked' },
    });
    await expect(http('ledger')).rejects.toThrow('not a complete URL');
    await expect(http(served.url.replace('/mcp', '/other'))).rejects.toThrow('answered 404');
  });

  it('that never answers is let go with the step', async () => {
    const peer = await startLoopback(() => undefined);
    const asked = listTools(
      { transport: 'http', url: peer.url },
      parts({ signal: AbortSignal.timeout(500) }),
    );
    await expect(asked).rejects.toThrow('was stopped');
    await peer.stop();
  });
});
