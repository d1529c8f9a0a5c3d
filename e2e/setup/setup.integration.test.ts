import { connect } from 'node:net';

import { Client } from 'pg';
import { describe, expect, it } from 'vitest';

import { createDatabase, startPostgres, startRedis } from './index.ts';

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function reach(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () =>
      resolve(false),
    );
    socket.on('connect', () => socket.destroy());
  });
}

describe('the private servers', () => {
  it('keep what was committed when PostgreSQL is killed and started again', async () => {
    const first = await startPostgres();
    const url = await createDatabase('kept', first.url);
    await ask(url, 'create table t as select 1 as one');
    await first.kill();
    expect(await reach(first.port)).toBe(false);
    const again = await startPostgres({ port: first.port, dataDir: first.dataDir });
    expect(await ask(url, 'select one from t')).toEqual([{ one: 1 }]);
    await again.stop();
    expect(await reach(first.port)).toBe(false);
  });

  it('start Redis again in its place', async () => {
    const first = await startRedis();
    await first.kill();
    const again = await startRedis({ port: first.port, dataDir: first.dataDir });
    expect(again.url).toBe(first.url);
    expect(await reach(again.port)).toBe(true);
    await again.stop();
  });

  it('give each test file a database of its own', async () => {
    const [one, two] = await Promise.all([createDatabase('same'), createDatabase('same')]);
    expect(one).not.toBe(two);
    expect(await ask(one, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
