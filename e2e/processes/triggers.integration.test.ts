import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createConnection } from '@patchbay/shared/connections';
import { getRun, listTriggers } from '@patchbay/shared/runs';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { EVENT_TRIGGERS, startEventPeer, type EventPeer } from '#event-peer';
import { publishDrawing } from '#flows';
import { until } from '#until';

import { runsOf, untilAllEnded } from './runs.ts';
import { MODES, openWorld, type World } from './world.ts';

const ROUNDS = 2;
const EACH = 20;
const DELIVERIES = 60;
/** A process that starts anew on a busy machine takes its time. */
const PATIENCE_MS = 90_000;

describe.each(MODES)('triggers of connectors when processes are killed, %s', (mode) => {
  let world: World;
  let peer: EventPeer;
  let folder: string;
  let connection: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'patchbay-events-'));
    const file = join(folder, 'overlays.json');
    await writeFile(file, JSON.stringify(EVENT_TRIGGERS));
    peer = await startEventPeer(400);
    world = await openWorld(mode, { CONNECTOR_OVERLAYS: file });
    const body = {
      name: 'Tracker',
      connector: 'redmine',
      version: '1.0.0',
      config: { baseUrl: peer.url },
      auth: { scheme: 'key', values: { key: 'a-key-of-the-tracker' } },
    };
    connection = (await world.client.call(createConnection, { body })).id;
  });
  afterAll(async () => {
    await world?.stop();
    await peer?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const publish = (trigger: string): Promise<string> => {
    const config = { connector: 'redmine', version: '1.0.0', trigger, connection };
    return publishDrawing(world.client, { heard: { kind: 'event', config } }, []);
  };
  /** As a provider does: until it was taken. */
  const deliver = (body: object): Promise<unknown> =>
    until(
      'the event is taken',
      async () => {
        const answer = await peer.send(body, world.api.url).catch(() => undefined);
        return answer?.status === 200;
      },
      PATIENCE_MS,
    );
  const idsOf = async (flow: string): Promise<unknown[]> => {
    const runs = await runsOf(world.client, flow);
    const whole = await Promise.all(
      runs.map(({ id }) => world.client.call(getRun, { params: { id } })),
    );
    return whole.map(({ input }) => ('value' in input ? (input.value as { id: unknown }).id : 0));
  };

  it('start one run for each item that came while workers died at their looks', async () => {
    const flow = await publish('rung');
    await until('the first look', async () => {
      const { items } = await world.client.call(listTriggers, { params: { id: flow } });
      return items[0]?.lookedAt !== undefined;
    });
    for (let round = 0; round < ROUNDS; round++) {
      for (let i = 0; i < EACH; i++) {
        const id = peer.issues.length + 1;
        peer.issues.push({ id, created_on: new Date().toISOString() });
      }
      const { looks } = peer;
      await deliver({});
      await until('a look is under way', () => peer.looks > looks);
      await Promise.all(world.workers.map((worker) => worker.kill9()));
      await Promise.all(world.workers.map((worker) => worker.restart()));
      // Armed anew, it need not wait until the claim of the dead is over.
      await world.client.call(publishFlow, { params: { id: flow }, body: { notes: '' } });
    }
    await deliver({});
    const all = ROUNDS * EACH;
    await until('a run for each', async () => (await runsOf(world.client, flow)).length >= all);
    await untilAllEnded(world.client, flow);
    const ids = await idsOf(flow);
    expect(ids).toHaveLength(all);
    expect(new Set(ids)).toEqual(new Set(peer.issues.map(({ id }) => id)));
  });

  it('start one run for each delivery that was taken while the api died', async () => {
    const flow = await publish('told');
    const sent = Array.from({ length: DELIVERIES }, (_, i) => ({ id: `d${i}` }));
    const some = sent.slice(0, DELIVERIES / 2).map(deliver);
    await Promise.race(some);
    await world.api.kill9();
    const rest = sent.slice(DELIVERIES / 2).map(deliver);
    await world.api.restart();
    await Promise.all([...some, ...rest]);
    // Those whose answer got lost come again.
    await Promise.all(sent.map(deliver));
    await untilAllEnded(world.client, flow);
    const ids = await idsOf(flow);
    expect(ids).toHaveLength(DELIVERIES);
    expect(new Set(ids)).toEqual(new Set(sent.map(({ id }) => id)));
  });
});
