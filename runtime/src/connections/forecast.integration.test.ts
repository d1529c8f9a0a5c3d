import { echo, startLoopback, type Loopback } from '@patchbay/connectors/sdk/testing';
import { createDrawing, runByHand } from '@patchbay/e2e/flows';
import { openTestHouse, type TestHouse } from '@patchbay/runtime/test-house';
import {
  createConnection,
  getConnection,
  testConnection,
  updateConnection,
  type Connection,
} from '@patchbay/shared/connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { changeStatus } from './connection-status.ts';
import { ConnectionEntity } from './connection.entity.ts';
import { viewConnection } from './find-connection.ts';
import { keepOnce } from './keep-connections.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('what is to come of a connection', () => {
  let house: TestHouse;
  let peer: Loopback;
  beforeAll(async () => {
    peer = await startLoopback(echo);
    house = await openTestHouse('sqlite', { works: false });
  });
  afterAll(async () => {
    await house.stop();
    await peer.stop();
  });

  const connect = (endsAt?: number): Promise<Connection> => {
    const auth = { scheme: 'bearer', values: { token: 'a-token-of-some-length' }, endsAt };
    const config = { baseUrl: peer.url, headers: {}, testPath: '/me' };
    const body = { name: 'c', connector: 'http', version: '1.0.0', config, auth };
    return house.client.call(createConnection, { body });
  };
  const look = (id: string) => house.client.call(getConnection, { params: { id } });
  const test = (id: string) => house.client.call(testConnection, { params: { id } });

  /** The connection as it will be shown after some time. */
  const lookLater = async (id: string, laterMs: number): Promise<Connection> => {
    const em = house.house.db.orm.em.fork() as Parameters<typeof viewConnection>[0]['em'];
    const row = await em.findOneOrFail(ConnectionEntity, { id });
    const clock = (): number => Date.now() + laterMs;
    const actor = { id: 'a', name: 'A', email: '', permissions: [] };
    const { query } = house.house.db;
    return viewConnection({ em, query, clock, actor, project: row.projectId }, row);
  };

  it('is said from a week before a stated end, with the flows and daily runs it will hit', async () => {
    const endsAt = Date.now() + 10 * DAY_MS;
    const { id } = await connect(endsAt);
    await test(id);
    const config = { connector: 'http', version: '1.0.0', action: 'request', connection: id };
    const call = { kind: 'action', config, input: '{ "url": "/" }' } as const;
    const flow = await createDrawing(house.client, { go: { kind: 'manual' }, call }, ['go>call']);
    await runByHand(house.client, flow.id, { draft: true });
    expect(await look(id)).toMatchObject({
      status: 'active',
      forecast: { at: endsAt, because: 'stated' },
    });
    expect(await lookLater(id, 4 * DAY_MS)).toMatchObject({
      status: 'expiring',
      usedBy: [{ id: flow.id }],
    });
    // Within a day, for daily runs are those of the last 24 hours.
    expect(await lookLater(id, HOUR_MS)).toMatchObject({ dailyRuns: 1 });
  });

  it('is learnt from how long the key before it lived', async () => {
    const { id } = await connect();
    await test(id);
    const died = Date.now() + 90 * DAY_MS;
    await changeStatus({ db: house.house.db, clock: () => died }, id, { status: 'auth_error' });
    const auth = { scheme: 'bearer', values: { token: 'another-token-of-some-length' } };
    const changed = await house.client.call(updateConnection, { params: { id }, body: { auth } });
    expect(changed.forecast?.because).toBe('observed');
    const days = ((changed.forecast?.at ?? 0) - Date.now()) / DAY_MS;
    expect(days).toBeCloseTo(90, 1);
  });

  it('is found out by testing it again, though it has no end and nobody asks', async () => {
    const { id } = await connect();
    await test(id);
    const before = peer.seen.length;
    const at = (ms: number) => ({ ...house.house.credentials, clock: () => Date.now() + ms });
    await keepOnce(at(5 * HOUR_MS));
    expect(peer.seen.length).toBe(before);
    await keepOnce(at(7 * HOUR_MS));
    expect(peer.seen.length).toBeGreaterThan(before);
    expect((await look(id)).testedAt).toBeGreaterThan(Date.now() + 6 * HOUR_MS);
    await peer.stop();
    await keepOnce(at(14 * HOUR_MS));
    expect(await look(id)).toMatchObject({ status: 'unreachable' });
    peer = await startLoopback(echo);
  });
});
