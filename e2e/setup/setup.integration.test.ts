import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';

import { Client } from 'pg';
import { describe, expect, it } from 'vitest';

import { createDatabase, startServer } from './index.ts';
import { servers } from './servers.ts';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function outsideAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return all
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map((one) => one.address);
}

function reach(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

describe('the private servers', () => {
  it('keep what was committed when PostgreSQL is killed and started again', async () => {
    const first = await startServer('postgres');
    const url = await createDatabase('kept', first.url);
    await ask(url, 'create table t as select 1 as one');
    await first.kill();
    expect(await reach(first.port)).toBe(false);
    const again = await startServer('postgres', { port: first.port, dataDir: first.dataDir });
    expect(await ask(url, 'select one from t')).toEqual([{ one: 1 }]);
    await again.stop();
    expect(await reach(first.port)).toBe(false);
  });

  it('start Redis again in its place', async () => {
    const first = await startServer('redis');
    await first.kill();
    const again = await startServer('redis', { port: first.port, dataDir: first.dataDir });
    expect(again.url).toBe(first.url);
    expect(await reach(again.port)).toBe(true);
    await again.stop();
  });

  const names = Object.keys(servers) as (keyof typeof servers)[];
  it.each(names)('start %s, which listens on loopback alone and ends', async (name) => {
    const server = await startServer(name);
    expect(await reach(server.port)).toBe(true);
    for (const host of outsideAddresses()) expect(await reach(server.port, host)).toBe(false);
    await server.stop();
    // A connection of its own that a server is still ending may hold the port a moment longer.
    await expect.poll(() => reach(server.port)).toBe(false);
  });

  it('give each test file a database of its own', async () => {
    const [one, two] = await Promise.all([createDatabase('same'), createDatabase('same')]);
    expect(one).not.toBe(two);
    expect(await ask(one, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
