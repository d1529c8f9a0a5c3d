import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Patchbay } from '#helpers';
import { until } from '#until';

import { publishCallFlow, start, startMany } from './call-flow.ts';
import { startRecordingServer, type RecordingServer } from './recording-server.ts';
import { eventsOf, repeatedSteps, runsOf, untilAllEnded } from './runs.ts';
import { seeded } from './seeded.ts';
import { MODES, openWorld, type World } from './world.ts';

const RUNS = 200;
const TAKEOVER_MS = 15_000;
const LEASE_MS = 10_000;

/** The default lease: what is measured here is what an operator gets. */
const DEFAULT_LEASE = { LEASE_MS: '' };

describe.each(MODES)('200 runs that are going, %s', (mode) => {
  const random = seeded();
  let world: World;
  let peer: RecordingServer;
  let flow: string;

  beforeAll(async () => {
    [world, peer] = await Promise.all([openWorld(mode, DEFAULT_LEASE), startRecordingServer(1500)]);
    flow = await publishCallFlow(world.client, `${peer.url}/`);
  });
  afterAll(async () => {
    await world?.stop();
    await peer?.stop();
  });

  it('go on elsewhere within 15 s after their worker is killed, and repeat nothing', async () => {
    const asked = Date.now();
    const runs = await startMany(world.client, flow, RUNS);
    // Once the leases are over, a machine that was slow to begin the runs is slow to take them over.
    const most = Math.max(TAKEOVER_MS, LEASE_MS + 4 * (Date.now() - asked));
    await until('calls are under way', () => peer.calls.length > RUNS * (0.3 + random() / 2));
    const victim = world.workers[Math.floor(random() * world.workers.length)] as Patchbay;
    const killedAt = Date.now();
    await victim.kill9();
    const back = victim.restart();
    await back;
    const ended = await untilAllEnded(world.client, flow);
    expect(ended.map((run) => run.status)).toEqual(Array.from({ length: RUNS }, () => 'done'));
    expect(new Set(ended.map((run) => run.id))).toEqual(new Set(runs));

    let takenOver = 0;
    for (const run of runs) {
      const events = await eventsOf(world.client, run);
      expect(repeatedSteps(events)).toEqual([]);
      const [, next] = events.filter((event) => event.type === 'run.started');
      if (!next) continue;
      takenOver++;
      expect(next.at - killedAt, `takeover of ${run}`).toBeLessThan(most);
    }
    expect(takenOver, 'runs that the crash interrupted').toBeGreaterThan(0);
    const calls = peer.calls.length;
    expect(calls, 'calls of finished steps were not repeated').toBeLessThanOrEqual(
      2 * RUNS + takenOver,
    );
  });
});

describe('an accepted run, scaled', () => {
  let world: World;
  let peer: RecordingServer;
  let flow: string;

  beforeAll(async () => {
    [world, peer] = await Promise.all([openWorld('scaled'), startRecordingServer(50)]);
    flow = await publishCallFlow(world.client, `${peer.url}/`);
  });
  afterAll(async () => {
    await world?.stop();
    await peer?.stop();
  });

  it('survives the death of the api right after its 202', async () => {
    const runs = await startMany(world.client, flow, 50);
    await world.api.kill9();
    await world.api.restart();
    const ended = await untilAllEnded(world.client, flow);
    expect(new Set(ended.map((run) => run.id))).toEqual(new Set(runs));
    expect(ended.filter((run) => run.status !== 'done')).toEqual([]);
  });

  it('survives Redis losing everything, more than once', async () => {
    const before = (await runsOf(world.client, flow)).length;
    const runs = startMany(world.client, flow, 100);
    for (const share of [0.2, 0.5, 0.9]) {
      const goal = before * 2 + 200 * share;
      await until('some calls were made', () => peer.calls.length > goal);
      await flushAll(world.redis?.port ?? 0);
    }
    await runs;
    await flushAll(world.redis?.port ?? 0);
    const ended = await untilAllEnded(world.client, flow);
    expect(ended).toHaveLength(before + 100);
    expect(ended.filter((run) => run.status !== 'done')).toEqual([]);
    expect(peer.calls).toHaveLength(2 * (before + 100));
  });

  it('goes on while Redis is away, and wakes up quickly again when it is back', async () => {
    const { port = 0, dataDir = '' } = world.redis ?? {};
    await world.redis?.kill();
    const run = await start(world.client, flow, 1);
    await untilAllEnded(world.client, flow);
    const { startServer } = await import('#setup');
    world.redis = await startServer('redis', { port, dataDir });
    await until('the api is ready', async () => (await world.client.request('/readyz')).ok);
    await start(world.client, flow, 2);
    const ended = await untilAllEnded(world.client, flow);
    expect(ended.find((one) => one.id === run)?.status).toBe('done');
  });
});

function flushAll(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
    socket.once('data', () => socket.end(resolve));
    socket.once('error', reject);
  });
}
