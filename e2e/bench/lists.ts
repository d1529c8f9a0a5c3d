import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as turn } from 'node:timers/promises';

import { getMe, listProjects } from '@patchbay/shared/access';
import { hrefOf, newId } from '@patchbay/shared/base';
import { createConnection, listConnections } from '@patchbay/shared/connections';
import { listFlows, type NodeDrawing } from '@patchbay/shared/flows';
import { getHealth } from '@patchbay/shared/health';
import { listRuns } from '@patchbay/shared/runs';

import { Client } from '#client';
import { publishDrawing } from '#flows';
import { startPatchbay } from '#helpers';

const RUNS = 300_000;
const EVERY_MS = 3_000;
const FLOWS = 60;
const STEPS = 60;
const CONNECTIONS = 30;
const TIMES = 9;

const LISTS = {
  flows: hrefOf(listFlows),
  connections: hrefOf(listConnections),
  projects: hrefOf(listProjects),
  runs: hrefOf(listRuns, {}, { limit: 50 }),
  'failed runs': hrefOf(listRuns, {}, { limit: 50, status: 'failed' }),
  'running runs': hrefOf(listRuns, {}, { limit: 50, status: 'running' }),
  health: hrefOf(getHealth, {}, { hours: 24 }),
};

/**
 * How long lists take in an installation that has been in use: 300,000 runs, one every 3 s, of 60 flows
 * of 60 calls on 30 connections, in SQLite. Ratios are to the smallest request, in the same run.
 */
export async function benchLists(): Promise<void> {
  const patchbay = await startPatchbay({ args: ['--dev'] });
  try {
    const client = await new Client(() => patchbay.url).setUp();
    addRuns(join(patchbay.dataDir, 'patchbay.db'), await publishFlows(client));
    // The server ended idle connections meanwhile; that has to be noticed before the next request.
    await turn();
    const least = await median(client, hrefOf(getMe));
    console.log(`\n| list, ${RUNS} runs | ms | of the smallest request |\n| --- | --- | --- |`);
    for (const [name, path] of Object.entries(LISTS)) {
      const ms = await median(client, path);
      console.log(`| ${name} | ${ms.toFixed(1)} | ${(ms / least).toFixed(1)} |`);
    }
  } finally {
    await patchbay.stop();
  }
}

async function publishFlows(client: Client): Promise<string[]> {
  const connections: string[] = [];
  const http = { connector: 'http', version: '1.0.0' };
  const auth = { scheme: 'none', values: {} };
  for (let i = 0; i < CONNECTIONS; i++) {
    const body = { ...http, name: `Connection ${i}`, config: {}, auth };
    connections.push((await client.call(createConnection, { body })).id);
  }
  const flows: string[] = [];
  for (let i = 0; i < FLOWS; i++) {
    const steps = Array.from({ length: STEPS }, (_, n) => {
      const connection = connections[(i + n) % CONNECTIONS] ?? '';
      const config = { ...http, action: 'request', connection };
      return [`step${n}`, { kind: 'action', config, input: '{ "url": "/" }' }] as const;
    });
    const nodes: Record<string, NodeDrawing> = {
      go: { kind: 'manual' },
      ...Object.fromEntries(steps),
    };
    const wires = steps.map(([name], n) => `${n === 0 ? 'go' : `step${n - 1}`}>${name}`);
    flows.push(await publishDrawing(client, nodes, wires));
  }
  return flows;
}

/** Straight into the tables: as many runs by the API would take an hour. Every 50th failed. */
function addRuns(file: string, flows: string[]): void {
  const db = new DatabaseSync(file);
  const insert = db.prepare(
    `insert into run (id, flow_id, version_id, version_number, status, trigger_kind, trigger_node,
       input, problem, created_at, started_at, ended_at, origin)
     select ?, f.id, f.live_version_id, 1, ?, 'manual', 'go', ?, ?, ?, ?, ?, ? from flow f where f.id = ?`,
  );
  const input = JSON.stringify({ value: 'x'.repeat(400) });
  const problem = JSON.stringify({ code: 'remote_failed', message: 'No.', hint: 'Again.' });
  const now = Date.now();
  db.exec('begin');
  for (let i = 0; i < RUNS; i++) {
    const at = now - (RUNS - i) * EVERY_MS;
    const id = newId(at);
    const bad = i % 50 === 0;
    const flow = flows[i % flows.length] ?? '';
    insert.run(
      id,
      bad ? 'failed' : 'done',
      input,
      bad ? problem : null,
      at,
      at,
      at + 100,
      id,
      flow,
    );
  }
  db.exec('commit');
  db.close();
}

async function median(client: Client, path: string): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const before = performance.now();
    const response = await client.request(path);
    await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    times.push(performance.now() - before);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
}
