import { callAction } from '@patchbay/connectors/sdk';
import { startLoopback, type Loopback } from '@patchbay/connectors/sdk/testing';
import type { Client } from '@patchbay/e2e/client';
import { publishDrawing } from '@patchbay/e2e/flows';
import { DIALECTS, openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import { createProject } from '@patchbay/shared/access';
import { newId } from '@patchbay/shared/base';
import {
  createConnection,
  getConnection,
  getKeys,
  rotateKeys,
  updateConnection,
} from '@patchbay/shared/connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { keepOnce } from './keep-connections.ts';
import { openCall } from './open-connection.ts';

describe.each(DIALECTS)('a connection that is opened to more or fewer, %s', (dialect) => {
  let at: TestHouse;
  let peer: Loopback;
  let sent: string | undefined;
  let finance: Client;
  let id: string;
  beforeAll(async () => {
    peer = await startLoopback((request, response) => {
      sent = request.headers.authorization;
      response.setHeader('content-type', 'application/json').end('{}');
    });
    at = await openTestHouse(dialect, { works: false });
    await at.client.call(createProject, { body: { name: 'Finance' } });
    finance = at.client.in('finance');
    const auth = { scheme: 'bearer', values: { token: 'a-token-of-some-length' } };
    const config = { baseUrl: peer.url, headers: {}, testPath: '/me' };
    const body = { name: 'Ledger', connector: 'http', version: '1.0.0', config, auth };
    id = (await finance.call(createConnection, { body })).id;
  });
  afterAll(async () => {
    await at.stop();
    await peer.stop();
  });

  const scope = (client: Client, to: 'global' | 'project' | 'personal') =>
    client.call(updateConnection, { params: { id }, body: { scope: to } });

  /** Whose key seals the secret, and whether the secret still opens. */
  const sealed = async (): Promise<{ by: string; opens: boolean }> => {
    const [row] = await at.house.db.query<{ project: string }>(
      `select k.project_id as project from credential c join data_key k
       on c.sealed like 'v1:' || k.id || ':%' and k.project_id = c.project_id where c.id = ?`,
      [id],
    );
    const ask = { connector: 'http', version: '1.0.0', connection: id, input: { url: '/' } };
    const call = await openCall(at.house.credentials, {
      ...ask,
      signal: AbortSignal.timeout(20_000),
      idempotencyKey: newId(),
    });
    await call.guard(callAction(call.connector, 'request', call.ctx));
    return { by: row?.project ?? '', opens: sent === 'Bearer a-token-of-some-length' };
  };

  it('has its secret under the key of its project, else under that of the house', async () => {
    expect(await sealed()).toEqual({ by: 'finance', opens: true });
    await scope(finance, 'global');
    expect(await sealed()).toEqual({ by: 'default', opens: true });
    await scope(finance, 'project');
    expect(await finance.call(getConnection, { params: { id } })).toMatchObject({
      project: 'finance',
    });
    expect(await sealed()).toEqual({ by: 'finance', opens: true });
  });

  it('gets a new key with all others, project by project', async () => {
    await at.client.call(rotateKeys, { body: { what: 'data' } });
    expect(await at.client.call(getKeys, {})).toMatchObject({ secrets: 1, older: 1 });
    await keepOnce(at.house.credentials);
    expect(await at.client.call(getKeys, {})).toMatchObject({ secrets: 1, older: 0 });
    expect(await sealed()).toEqual({ by: 'finance', opens: true });
  });

  it('stays open to all while a live flow of another project works with it', async () => {
    await scope(finance, 'global');
    const config = { connector: 'http', version: '1.0.0', action: 'request', connection: id };
    const node = { kind: 'action', config, input: '{ "url": "/" }' } as const;
    await publishDrawing(at.client, { go: { kind: 'manual' }, node }, ['go>node']);
    await expect(scope(finance, 'project')).rejects.toThrow(
      '"Ledger" is used by live flows of other projects: Test.',
    );
    await scope(at.client, 'project');
    expect(await sealed()).toEqual({ by: 'default', opens: true });
    await expect(scope(finance, 'personal')).resolves.toMatchObject({ scope: 'personal' });
  });
});
