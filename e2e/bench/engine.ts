import { spawn } from 'node:child_process';
import { once as event } from 'node:events';
import { join } from 'node:path';

import { createFlow } from '@patchbay/shared/flows';
import { listRuns } from '@patchbay/shared/runs';
import { publishFlow } from '@patchbay/shared/versions';

import { Client } from '#client';
import { startPatchbay, type Patchbay } from '#helpers';

import { load, once, type Figures } from './load.ts';
import { usageOf } from './process-tree.ts';
import { table, type Row } from './table.ts';
import { PAYLOAD, RECORDS, workloads } from './workloads.ts';

const CONNECTIONS = [1, 16, 64];
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5);
const WARM_UP_S = 2;

interface Rig {
  patchbay: Patchbay;
  echo: { url: string; pid: number; stop(): void };
  hooks: Record<string, string>;
  client: Client;
}

/** Measures the engine beside a bare echo server, everything journaled, and prints the table. */
export async function benchEngine(only: string[]): Promise<void> {
  const echo = await startEcho();
  const started = performance.now();
  const patchbay = await startPatchbay({
    args: ['--dev'],
    env: { ALLOWED_PRIVATE_HOSTS: '127.0.0.1' },
  });
  const bootMs = performance.now() - started;
  try {
    const client = await new Client(() => patchbay.url).setUp();
    const idleMb = usageOf(patchbay.pid).rssMb;
    console.log(
      `boot ${(bootMs / 1000).toFixed(2)} s, idle ${idleMb.toFixed(0)} MB (whole process tree)\n`,
    );
    const rig = { patchbay, echo, client, hooks: await publishAll(client, echo.url) };
    const wanted = (name: string): boolean => only.length === 0 || only.includes(name);
    console.log(table(await sustained(rig, wanted)));
    await singles(rig, wanted);
  } finally {
    await patchbay.stop();
    echo.stop();
  }
}

async function startEcho(): Promise<Rig['echo']> {
  const file = join(import.meta.dirname, 'echo-process.ts');
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await event(child.stdout, 'data')) as [Buffer];
  return { url: line.toString().trim(), pid: child.pid ?? 0, stop: () => void child.kill() };
}

async function publishAll(client: Client, echo: string): Promise<Record<string, string>> {
  const hooks: Record<string, string> = {};
  for (const [name, graph] of Object.entries(workloads(echo))) {
    const flow = await client.call(createFlow, { body: { name, graph } });
    const { triggers } = await client.call(publishFlow, {
      params: { id: flow.id },
      body: { notes: '' },
    });
    hooks[name] = triggers[0]?.url ?? '';
  }
  return hooks;
}

async function sustained(rig: Rig, wanted: (name: string) => boolean): Promise<Row[]> {
  const rows: Row[] = [];
  for (const connections of CONNECTIONS) {
    const shot = { body: PAYLOAD, connections, seconds: SECONDS };
    const echo = await load({ ...shot, url: rig.echo.url, pid: rig.echo.pid });
    rows.push({ name: 'echo', connections, ratio: 1, ...echo });
    for (const name of ['W1', 'W2', 'W3', 'W5'].filter(wanted)) {
      const figures = await measure(rig, name, connections);
      rows.push({ name, connections, ratio: figures.perSecond / echo.perSecond, ...figures });
    }
  }
  return rows;
}

/** W5 answers before it works, so what counts is how many runs are finished in the time. */
async function measure(
  { patchbay, hooks, client }: Rig,
  name: string,
  connections: number,
): Promise<Figures> {
  const shot = { url: hooks[name] ?? '', body: PAYLOAD, connections, pid: patchbay.pid };
  await load({ ...shot, seconds: WARM_UP_S });
  await drained(client);
  const started = performance.now();
  const before = usageOf(patchbay.pid).cpuMs;
  const figures = await load({ ...shot, seconds: SECONDS });
  if (name !== 'W5') return figures;
  const answered = figures.perSecond * SECONDS;
  await drained(client);
  const seconds = (performance.now() - started) / 1000;
  return {
    ...figures,
    perSecond: answered / seconds,
    cpuMs: (usageOf(patchbay.pid).cpuMs - before) / answered,
  };
}

async function drained(client: Client): Promise<void> {
  for (;;) {
    const open = await client.call(listRuns, {
      query: { status: 'queued,running,waiting', limit: 1 },
    });
    if (open.items.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function singles({ hooks }: Rig, wanted: (name: string) => boolean): Promise<void> {
  const bodies = { W4: RECORDS, W6: {} };
  for (const [name, body] of Object.entries(bodies)) {
    if (!wanted(name)) continue;
    const times: number[] = [];
    for (let i = 0; i < 3; i++) times.push(await once(hooks[name] ?? '', body));
    console.log(`\n${name}: ${times.map((ms) => `${(ms / 1000).toFixed(2)} s`).join(', ')}`);
  }
}
