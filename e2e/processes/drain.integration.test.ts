import { cancelRun } from '@patchbay/shared/runs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { until } from '#until';

import { publishCallFlow, start } from './call-flow.ts';
import { startRecordingServer, type RecordingServer } from './recording-server.ts';
import { eventsOf, runsOf, untilAllEnded } from './runs.ts';
import { openWorld, type World } from './world.ts';

/** Grace and the closing of connections, with room for a busy machine; after 40 s it would be killed. */
const LEAVE_MS = 25_000;

describe('a process that is asked to end', () => {
  let world: World;
  let peer: RecordingServer;

  beforeAll(async () => {
    [world, peer] = await Promise.all([openWorld('embedded'), startRecordingServer(700)]);
  });
  afterAll(async () => {
    await world?.stop();
    await peer?.stop();
  });

  it('finishes what ends soon, hands the rest over without a stall, and leaves', async () => {
    const quick = await publishCallFlow(world.client, `${peer.url}/`);
    const slow = await publishCallFlow(world.client, `${peer.url}/hang`);
    const long = await start(world.client, slow, 1);
    const short = await start(world.client, quick, 1);
    await until('both are calling', () => peer.calls.length >= 2);
    const { pid } = world.api;
    const left = until('it leaves by itself', () => !isAlive(pid), LEAVE_MS);
    await Promise.all([left, world.api.restart()]);

    await untilAllEnded(world.client, quick);
    expect((await eventsOf(world.client, short)).map((event) => event.type)).toEqual([
      'run.started',
      'step.started',
      'step.done',
      'step.started',
      'step.done',
      'run.done',
    ]);
    await until('the long one is calling again', () => peer.calls.length >= 4);
    await world.client.call(cancelRun, { params: { id: long } });
    const started = (await eventsOf(world.client, long)).flatMap((event) =>
      event.type === 'run.started' ? [event.takeover] : [],
    );
    expect(started.every((takeover) => takeover === 0)).toBe(true);
    const [first, again] = peer.calls.filter(({ key }) => key.startsWith(long));
    expect(again?.key).toBe(first?.key);
    await world.client.call(cancelRun, { params: { id: long } });
    expect((await runsOf(world.client, slow))[0]?.status).toBe('cancelled');
  });

  it('quarantines a run that its workers died on three times, and does the others', async () => {
    const poison = await publishCallFlow(world.client, `${peer.url}/hang`);
    const sound = await publishCallFlow(world.client, `${peer.url}/`);
    const run = await start(world.client, poison, 1);
    const others = await Promise.all([1, 2, 3].map((n) => start(world.client, sound, n)));
    for (let death = 1; death <= 3; death++) {
      const calls = (): number => peer.calls.filter(({ key }) => key.startsWith(run)).length;
      await until(`call ${death} hangs`, () => calls() >= death);
      await world.api.kill9();
      await world.api.restart();
    }
    const [ended] = await untilAllEnded(world.client, poison);
    expect(ended).toMatchObject({ status: 'quarantined', problem: { code: 'quarantined' } });
    const done = await untilAllEnded(world.client, sound);
    expect(done.map(({ id, status }) => `${id} ${status}`).toSorted()).toEqual(
      others.map((id) => `${id} done`).toSorted(),
    );
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
