import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { publishDrawing } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createToken, listTokens, revokeToken } from '@patchbay/shared/access';
import { listAudit } from '@patchbay/shared/audit';
import { listFlows, type ToolOffer } from '@patchbay/shared/flows';
import { listRuns } from '@patchbay/shared/runs';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const customer = { type: 'string', minLength: 1 };
const offer = (name: string, description: string): ToolOffer => ({
  name,
  description,
  input: { type: 'object', required: ['customer'], properties: { customer } },
});
const start = (name: string, description = `Does ${name}.`) => ({
  kind: 'manual' as const,
  config: { tool: offer(name, description) },
});

describe.each(DIALECTS)('flows as tools over MCP, %s', (dialect) => {
  let at: TestHouse;
  let token: { id: string; text: string };
  beforeAll(async () => {
    at = await openTestHouse(dialect);
    token = await at.client.call(createToken, { body: { name: 'Assistant' } });
    const greet = { kind: 'respond' as const, input: '{ "body": { "hello": trigger.customer } }' };
    await publishDrawing(at.client, { start: start('greet'), greet }, ['start>greet']);
    const map = { kind: 'map' as const, input: '"Dear " & trigger.customer' };
    await publishDrawing(at.client, { start: start('letter'), map }, ['start>map']);
    const fail = { kind: 'fail' as const, input: '"Closed until Monday."' };
    await publishDrawing(at.client, { start: start('closed', ''), fail }, ['start>fail']);
    await publishDrawing(at.client, { start: { kind: 'manual' }, map }, ['start>map']);
  });
  afterAll(() => at?.stop());

  const connect = async (text: string, mode: 'auto' | 'legacy' = 'auto'): Promise<Client> => {
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    const headers = { authorization: `Bearer ${text}` };
    const url = new URL(`${at.url}/mcp`);
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
    return client;
  };

  it.each(['auto', 'legacy'] as const)('are listed and called, %s', async (mode) => {
    const client = await connect(token.text, mode);
    const { tools } = await client.listTools();
    expect(tools).toMatchObject([
      { name: 'greet', description: 'Does greet.', inputSchema: { required: ['customer'] } },
      { name: 'letter' },
      { name: 'closed' },
    ]);
    expect(tools[2]).not.toHaveProperty('description');
    const greeted = await client.callTool({ name: 'greet', arguments: { customer: 'Ann' } });
    expect(greeted).toMatchObject({ structuredContent: { hello: 'Ann' } });
    const written = await client.callTool({ name: 'letter', arguments: { customer: 'Ann' } });
    expect(written.content).toEqual([{ type: 'text', text: '"Dear Ann"'.slice(1, -1) }]);
    const failed = await client.callTool({ name: 'closed', arguments: { customer: 'Ann' } });
    expect(failed).toMatchObject({ isError: true });
    expect(JSON.stringify(failed.content)).toContain('Closed until Monday.');
    await client.close();
  });

  it('have a name for each: a flow whose tool has the name of another does not go live', async () => {
    const map = { kind: 'map' as const, input: '1' };
    const taken = publishDrawing(at.client, { start: start('greet'), map }, ['start>map']);
    await expect(taken).rejects.toThrow('The tool name "greet" is taken by the flow "');
    const twice = { one: start('same'), two: start('same'), map };
    const twin = publishDrawing(at.client, twice, ['one>map', 'two>map']);
    await expect(twin).rejects.toThrow('"same" is taken by another start of this flow');
    const greet = (await at.client.call(listFlows, { query: {} })).items.find(
      ({ liveVersion }) => liveVersion,
    );
    const body = { notes: '' };
    await at.client.call(publishFlow, { params: { id: greet?.id ?? '' }, body });
  });

  it('refuse a wrong input before any run, and a tool that is not there', async () => {
    const client = await connect(token.text);
    const before = await at.client.call(listRuns, { query: { limit: 100 } });
    const wrong = await client.callTool({ name: 'greet', arguments: {} });
    expect(wrong).toMatchObject({ isError: true });
    expect(JSON.stringify(wrong.content)).toContain('The field customer is not valid');
    expect(await client.callTool({ name: 'no', arguments: {} })).toMatchObject({ isError: true });
    const after = await at.client.call(listRuns, { query: { limit: 100 } });
    expect(after.items).toHaveLength(before.items.length);
    await client.close();
  });

  it('are open to tokens alone, which may do little and end when they are revoked', async () => {
    await expect(connect('pb_wrong')).rejects.toThrow('401');
    const plain = await fetch(`${at.url}/mcp`, { method: 'POST', body: '{}' });
    expect([plain.status, await plain.json()]).toMatchObject([401, { code: 'not_signed_in' }]);
    const headers = { authorization: `Bearer ${token.text}` };
    const settings = await fetch(`${at.url}/api/tokens`, { headers });
    expect([settings.status, await settings.json()]).toMatchObject([403, { code: 'forbidden' }]);
    const flows = await fetch(`${at.url}/api/flows`, { headers });
    expect(flows.status).toBe(200);

    const { items } = await at.client.call(listTokens, {});
    expect(items).toMatchObject([{ id: token.id, name: 'Assistant', createdBy: 'Ada Lovelace' }]);
    expect(items[0]?.usedAt).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain(token.text);
    await at.client.call(revokeToken, { params: { id: token.id } });
    await expect(connect(token.text)).rejects.toThrow('401');
    const log = await at.client.call(listAudit, { query: { limit: 100 } });
    const actions = log.items.map((one) => `${one.actorName} ${one.action}`);
    expect(actions).toContain('Assistant (token) runs.callTool');
    expect(actions).toContain('Ada Lovelace access.revokeToken');
    expect(JSON.stringify(log.items)).not.toContain(token.text);
  });
});
