import { createDrawing, runByHand } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createProject, createToken, revokeToken } from '@patchbay/shared/access';
import { listAudit } from '@patchbay/shared/audit';
import { createConnection } from '@patchbay/shared/connections';
import { deleteFlow, updateFlow } from '@patchbay/shared/flows';
import { cancelRun } from '@patchbay/shared/runs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

describe.each(DIALECTS)('an entry of the audit, %s', (dialect) => {
  let at: TestHouse;
  beforeAll(async () => {
    at = await openTestHouse(dialect, { works: false });
  });
  afterAll(() => at?.stop());

  const about = async (subject: string) => {
    const { items } = await at.client.call(listAudit, { query: { subject, limit: 1 } });
    return items[0];
  };

  it('says what its flow, run, connection, project or token is called now', async () => {
    const { client } = at;
    const { id } = await createDrawing(client, { go: { kind: 'manual' } }, []);
    await client.call(updateFlow, { params: { id }, body: { name: 'Orders' } });
    const run = await runByHand(client, id, { draft: true });
    await client.call(cancelRun, { params: { id: run } });
    const auth = { scheme: 'none', values: {} };
    const http = { name: 'Shop', connector: 'http', version: '1.0.0', config: {}, auth };
    const connection = await client.call(createConnection, { body: http });
    await client.call(createProject, { body: { name: 'Finance' } });
    expect(await about(`flow:${id}`)).toMatchObject({ name: 'Orders' });
    expect(await about(`run:${run}`)).toMatchObject({ action: 'runs.cancel', name: 'Orders' });
    expect(await about(`connection:${connection.id}`)).toMatchObject({ name: 'Shop' });
    expect(await about('project:finance')).toMatchObject({ name: 'Finance' });
    expect(await about(`flow:${id}`)).not.toHaveProperty('gone');
  });

  it('says what is gone by what it was called last', async () => {
    const { client } = at;
    const { id } = await createDrawing(client, { go: { kind: 'manual' } }, []);
    await client.call(updateFlow, { params: { id }, body: { name: 'Returns' } });
    await client.call(deleteFlow, { params: { id } });
    expect(await about(`flow:${id}`)).toMatchObject({ name: 'Returns', gone: true });
    const token = await client.call(createToken, { body: { name: 'CI' } });
    await client.call(revokeToken, { params: { id: token.id } });
    expect(await about(`token:${token.id}`)).toMatchObject({ name: 'CI', gone: true });
  });
});
