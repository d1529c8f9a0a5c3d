import { randomBytes } from 'node:crypto';

import { stepKey } from '@patchbay/connectors/sdk';
import type { RunEvent } from '@patchbay/shared/runs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { until } from '#until';

import { followToEnd } from './follow-run.ts';
import { githubDeliveries, type Delivery } from './github-deliveries.ts';
import { openTarget, publishGithubFlow, rowsFor, type Target } from './github-flow.ts';
import { startRecordingServer, type RecordingServer } from './recording-server.ts';
import { eventsOf, repeatedSteps, untilAllEnded } from './runs.ts';
import { MODES, openWorld, type World } from './world.ts';

const SECRET = randomBytes(20).toString('hex');
const DELIVERIES = 40;

describe.each(MODES)('a flow for GitHub deliveries, %s', (mode) => {
  let world: World;
  let target: Target;
  let peer: RecordingServer;
  let flow: string;

  beforeAll(async () => {
    [world, target, peer] = await Promise.all([
      openWorld(mode),
      openTarget(),
      startRecordingServer(40),
    ]);
    flow = await publishGithubFlow(world.client, { secret: SECRET, target, peer: peer.url });
  });
  afterAll(async () => {
    await world?.stop();
    await Promise.all([target?.close(), peer?.stop()]);
  });

  const post = (hook: 'hook' | 'later', { body, headers }: Delivery): Promise<Response> =>
    fetch(`${world.api.url}/hooks/${flow}/${hook}`, { method: 'POST', body, headers });

  // GitHub sends a delivery again that got no answer, with the same id.
  const deliver = (delivery: Delivery): Promise<string> =>
    until('the delivery is accepted', async () => {
      const response = await post('later', delivery).catch(() => undefined);
      if (response?.status !== 202) return undefined;
      return ((await response.json()) as { run: string }).run;
    });

  it('answers each real payload with what the respond node says', async () => {
    const deliveries = githubDeliveries(6, SECRET);
    for (const delivery of deliveries) {
      const response = await post('hook', delivery);
      expect(response.status).toBe(201);
      expect(response.headers.get('x-rows')).toBe(String(rowsFor(delivery).length));
      expect(await response.json()).toEqual({ delivery: delivery.id });
    }
    expect(await target.rows()).toEqual(deliveries.flatMap(rowsFor).toSorted());
  });

  it('refuses a payload that was signed with another secret', async () => {
    const [forged] = githubDeliveries(1, 'another secret');
    expect((await post('hook', forged as Delivery)).status).toBe(401);
  });

  it('ends every accepted run after a kill -9 in the middle, and repeats no completed step', async () => {
    const before = await target.rows();
    const deliveries = githubDeliveries(DELIVERIES, SECRET);
    const killed = until('some calls are under way', () => peer.calls.length > 30).then(() =>
      crash(world),
    );
    const runs = await Promise.all(deliveries.map(deliver));
    const followed = await followToEnd(world.client, runs[0] ?? '');
    await killed;
    expect(followed.map((event) => event.seq)).toEqual(followed.map((_, i) => i + 1));

    const ended = await untilAllEnded(world.client, flow);
    expect(ended.filter((run) => run.status !== 'done')).toEqual([]);
    expect(new Set(runs).size).toBe(DELIVERIES);
    const rows = [...before, ...deliveries.flatMap(rowsFor)].toSorted();
    expect(await target.rows()).toEqual(rows);
    let takenOver = 0;
    for (const run of runs) {
      const events = await eventsOf(world.client, run);
      if (events.filter((event) => event.type === 'run.started').length > 1) takenOver++;
      expect(repeatedSteps(events)).toEqual([]);
      expect(calledAfterDone(run, events)).toEqual([]);
    }
    expect(takenOver, 'runs that the crash interrupted').toBeGreaterThan(0);
  });

  it('gives a delivery that is sent again the run it has', async () => {
    const [delivery] = githubDeliveries(1, SECRET) as [Delivery];
    const first = await deliver(delivery);
    expect(await deliver(delivery)).toBe(first);
  });

  /** Calls that came although the journal says that their step was done before. */
  const calledAfterDone = (run: string, events: RunEvent[]): string[] =>
    events.flatMap((event) => {
      if (event.type !== 'step.done' || event.node !== 'tell') return [];
      const calls = peer.callsOf(stepKey(`${run}.${event.step}`));
      expect(calls.length).toBeGreaterThan(0);
      return calls.filter((call) => call.at > event.at).map(() => event.step);
    });
});

/** Everything dies at once, and comes back. */
async function crash(world: World): Promise<void> {
  const processes = [...new Set([world.api, ...world.workers])];
  await Promise.all(processes.map((p) => p.kill9()));
  await Promise.all(processes.map((p) => p.restart()));
}
