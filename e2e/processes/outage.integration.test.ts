import { randomBytes } from 'node:crypto';

import { createFlow, drawGraph } from '@patchbay/shared/flows';
import { publishFlow } from '@patchbay/shared/versions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createDatabase, type PrivateServer, startServer } from '#setup';
import { until } from '#until';

import { publishCallFlow, startMany } from './call-flow.ts';
import { startRecordingServer, type RecordingServer } from './recording-server.ts';
import { eventsOf, repeatedSteps, untilAllEnded } from './runs.ts';
import { MODES, openWorld, type World } from './world.ts';

describe.each(MODES)('PostgreSQL that goes away, %s', (mode) => {
  let world: World;
  let postgres: PrivateServer;
  let peer: RecordingServer;

  beforeAll(async () => {
    postgres = await startServer('postgres');
    const DATABASE_URL = await createDatabase('outage', postgres.url);
    const env = { DATABASE_URL, ROOT_KEY: randomBytes(32).toString('hex') };
    [world, peer] = await Promise.all([openWorld(mode, env), startRecordingServer(200)]);
  });
  afterAll(async () => {
    await world?.stop();
    await Promise.all([postgres?.stop(), peer?.stop()]);
  });

  const publishEcho = async (): Promise<string> => {
    const graph = drawGraph(
      {
        hook: { kind: 'webhook', config: { answer: 'respond', respondTimeoutMs: 2000 } },
        answer: { kind: 'respond', input: '{ "body": trigger.body.n }' },
      },
      ['hook>answer'],
    );
    const { id } = await world.client.call(createFlow, { body: { name: 'Echo', graph } });
    await world.client.call(publishFlow, { params: { id }, body: { notes: '' } });
    return id;
  };

  it('and comes back leaves every process alive and every accepted run ended', async () => {
    const [flow, echo] = [await publishCallFlow(world.client, `${peer.url}/`), await publishEcho()];
    const processes = [...new Set([world.api, ...world.workers])];
    const pids = processes.map((p) => p.pid);
    const starting = startMany(world.client, flow, 60);
    await until('calls are under way', () => peer.calls.length > 20);
    await postgres.kill();

    const ask = (): Promise<Response> =>
      world.client.request(`/hooks/${echo}/hook`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"n":7}',
      });
    expect(await world.client.request('/healthz').then((r) => r.text())).toBe('ok');
    expect((await world.client.request('/readyz')).status).toBe(503);
    for (let i = 0; i < 5; i++) expect((await ask()).status).toBeGreaterThanOrEqual(500);
    await until('it has been away for longer than a wait in memory lasts', pastDeadline(3000));

    postgres = await startServer('postgres', { port: postgres.port, dataDir: postgres.dataDir });
    const runs = await starting;
    const ended = await untilAllEnded(world.client, flow);
    expect(ended.filter((run) => run.status !== 'done')).toEqual([]);
    const known = new Set(ended.map((run) => run.id));
    expect(runs.filter((run) => !known.has(run))).toEqual([]);
    for (const run of runs) expect(repeatedSteps(await eventsOf(world.client, run))).toEqual([]);
    expect(await (await ask()).json()).toBe(7);
    expect(processes.map((p) => p.pid)).toEqual(pids);
    for (const pid of pids) expect(process.kill(pid, 0)).toBe(true);
  });
});

function pastDeadline(ms: number): () => boolean {
  const at = Date.now() + ms;
  return () => Date.now() > at;
}
