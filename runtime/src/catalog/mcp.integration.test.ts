import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  serveTools,
  startLoopback,
  toolProgram,
  type ServedTools,
} from '@patchbay/connectors/sdk/testing';
import { publishDrawing, runByHand, untilEnded } from '@patchbay/e2e/flows';
import { openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import {
  getAction,
  installImport,
  listConnectors,
  listMcpServers,
  previewImport,
} from '@patchbay/shared/catalog';
import { createConnection, testConnection } from '@patchbay/shared/connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const AUTHORIZATION = 'Bearer l3dger';
let folder: string;
let env: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-mcp-'));
  env = { MCP_SERVERS: join(folder, 'servers.json') };
  const programs = { books: toolProgram('good'), broken: toolProgram('dies') };
  await writeFile(env.MCP_SERVERS!, JSON.stringify(programs));
});
afterAll(() => rm(folder, { recursive: true }));

describe('connectors made of MCP servers', () => {
  let at: TestHouse;
  let served: ServedTools;
  beforeAll(async () => {
    at = await openTestHouse('sqlite', { env });
    served = await serveTools({ authorization: AUTHORIZATION });
  });
  afterAll(async () => {
    await at?.stop();
    await served?.stop();
  });
  const look = (server: { url: string; token?: string } | { name: string }, id?: string) =>
    at.client.call(previewImport, { body: { server, id } });
  const total = async (config: { connector: string; connection?: string }) => {
    const nodes = {
      start: { kind: 'manual' as const },
      get: {
        kind: 'action' as const,
        config: { ...config, version: '1.0.0', action: 'get_total' },
        input: '{ "customer": "Ann" }',
      },
    };
    const flow = await publishDrawing(at.client, nodes, ['start>get']);
    return untilEnded(at.client, await runByHand(at.client, flow));
  };

  it('are looked at, installed, connected and run like any other', async () => {
    await expect(look({ url: served.url })).rejects.toThrow('auth_expired');
    const found = await look({ url: served.url, token: 'l3dger' });
    expect(found).toMatchObject({
      manifest: { id: 'ledger', origin: { kind: 'mcp', transport: 'http', server: served.url } },
      findings: { documentVersion: '1.0.0', gaps: [{ code: 'no_hints' }] },
    });
    expect(found.actions).toContainEqual(
      expect.objectContaining({ id: 'get_total', call: 'get_total', reads: true }),
    );
    const install = { document: found.document, id: 'ledger', overlay: {} };
    expect(await at.client.call(installImport, { body: install })).toMatchObject({
      version: '1.0.0',
    });
    const action = await at.client.call(getAction, {
      params: { id: 'ledger', version: '1.0.0', action: 'invoice' },
    });
    expect(action.input).toMatchObject({ properties: { lines: { type: 'array' } } });

    const auth = { scheme: 'bearer', values: { token: 'l3dger' } };
    const { id: connection } = await at.client.call(createConnection, {
      body: { name: 'Books', connector: 'ledger', version: '1.0.0', config: {}, auth },
    });
    const tried = await at.client.call(testConnection, { params: { id: connection } });
    expect(tried).toMatchObject({ connection: { identity: 'Ledger 1.0.0' } });
    const { run } = await total({ connector: 'ledger', connection });
    expect(run.status).toBe('done');
    const refused = await total({ connector: 'ledger' });
    expect(refused.run).toMatchObject({ status: 'failed', problem: { code: 'auth_expired' } });
  });

  it('follow their server in versions, with what changed', async () => {
    served.change({ newer: true });
    const found = await look({ url: served.url }, 'ledger');
    expect(found.installed).toMatchObject({ version: '1.0.0', next: '2.0.0' });
    expect(found.installed?.changes).toContainEqual(
      expect.objectContaining({
        id: 'invoice',
        breaking: true,
        words: 'It now asks for currency.',
      }),
    );
    const body = { document: found.document, id: 'ledger', overlay: {} };
    expect(await at.client.call(installImport, { body })).toMatchObject({ version: '2.0.0' });
    await expect(at.client.call(installImport, { body })).rejects.toThrow('Nothing differs');
  });

  it('may be programs that the operator allows, chosen by their name', async () => {
    const { items } = await at.client.call(listMcpServers, {});
    expect(items).toEqual([{ name: 'books' }, { name: 'broken' }]);
    const found = await look({ name: 'books' });
    const body = { document: found.document, id: 'books', overlay: {} };
    await at.client.call(installImport, { body });
    const { run, events } = await total({ connector: 'books' });
    expect(run.status).toBe('done');
    expect(JSON.stringify(events)).toContain('12.5');
  });

  it.each([
    ['a program that is not listed', () => ({ name: 'sh' }), 'no MCP server'],
    ['a program that ends', () => ({ name: 'broken' }), 'No licence for'],
    ['an address inside', () => ({ url: 'http://169.254.169.254/mcp' }), 'address_blocked'],
  ])('refuse %s in words, and install nothing', async (_title, server, words) => {
    const before = await at.client.call(listConnectors, {});
    await expect(look(server())).rejects.toThrow(words);
    expect(await at.client.call(listConnectors, {})).toEqual(before);
  });

  it('refuse a page in words', async () => {
    const peer = await startLoopback((_, response) =>
      response.setHeader('content-type', 'text/html').end('<html>'),
    );
    await expect(look({ url: peer.url })).rejects.toThrow(
      'did not answer in MCP but with text/html',
    );
    await peer.stop();
  });
});
