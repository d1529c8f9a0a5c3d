import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { getSetup, setUpOwner } from '@patchbay/shared/access';
import { createConnection, putSecret, testConnection } from '@patchbay/shared/connections';
import type { NodeDrawing } from '@patchbay/shared/flows';
import { Redis } from 'ioredis';
import { Client as PgClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Client, OWNER } from '#client';
import { publishDrawing, runByHand, untilEnded } from '#flows';
import { startPatchbay } from '#helpers';

import { canarySchemes } from './canary-schemes.ts';
import { MODES, openWorld, type World } from './world.ts';

/** Written differently in base64, in an address and in a form, so that each spelling is looked for. */
const CANARY = `canary+/?=&é-${randomBytes(12).toString('hex')}`;
const SPELLINGS = [
  CANARY,
  JSON.stringify(CANARY).slice(1, -1),
  encodeURIComponent(CANARY),
  Buffer.from(CANARY).toString('base64').replace(/=+$/, ''),
  Buffer.from(`user:${CANARY}`).toString('base64').replace(/=+$/, ''),
];

describe.each(MODES)('a secret, %s', (mode) => {
  let world: World;
  let mirror: Server;
  let database: string | undefined;
  let folder: string;
  let baseUrl: string;

  beforeAll(async () => {
    // Sends back all it was sent, in its body and, with /fail, in an error.
    mirror = createServer((request, response) => {
      if (request.url === '/token')
        return void response.end(`access_token=${encodeURIComponent(CANARY)}`);
      const echo = JSON.stringify({ headers: request.headers, url: request.url });
      const status = request.url?.startsWith('/fail') ? 500 : 200;
      response.writeHead(status, { 'content-type': 'application/json' }).end(echo);
    }).listen(0, '127.0.0.1');
    await once(mirror, 'listening');
    baseUrl = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), 'patchbay-canary-'));
    const overlays = join(folder, 'overlays.json');
    await writeFile(overlays, JSON.stringify({ http: { auth: canarySchemes(baseUrl) } }));
    world = await openWorld(mode, { LOG_LEVEL: 'trace', CONNECTOR_OVERLAYS: overlays });
    database = world.env.DATABASE_URL;
  });
  afterAll(async () => {
    await world?.stop();
    mirror?.close();
    await rm(folder, { recursive: true });
  });

  const http = (connection: string, path: string): NodeDrawing => ({
    kind: 'action',
    config: { connector: 'http', version: '1.0.0', action: 'request', connection },
    input: `{ "method": "POST", "url": "${path}", "body": { "x": 1 } }`,
  });

  /** Everything that lies in the database, as text. */
  const stored = async (): Promise<string> => {
    if (!database) {
      const names = await readdir(world.api.dataDir);
      const files = names.filter((name) => name.startsWith('patchbay.db'));
      const texts = files.map((name) => readFile(join(world.api.dataDir, name), 'utf8'));
      return (await Promise.all(texts)).join('\n');
    }
    const pg = new PgClient({ connectionString: database });
    await pg.connect();
    const names = await pg.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
    );
    const rows: string[] = [];
    for (const { name } of names.rows)
      rows.push(JSON.stringify((await pg.query(`select * from ${name}`)).rows));
    await pg.end();
    return rows.join('\n');
  };

  it('is nowhere outside of its seal: not in the database, the log, an answer or an event', async () => {
    const { client } = world;
    const connect = async (
      connector: string,
      config: object,
      auth: { scheme: string; values: Record<string, string> },
    ): Promise<string> => {
      const body = {
        name: auth.scheme,
        connector,
        version: '1.0.0',
        config: config as Record<string, string>,
        auth,
      };
      return (await client.call(createConnection, { body })).id;
    };
    const web = { baseUrl, testPath: '/fail' };
    const basic = await connect('http', web, {
      scheme: 'basic',
      values: { username: 'user', password: CANARY },
    });
    const query = await connect('http', web, {
      scheme: 'key-query',
      values: { name: 'key', key: CANARY },
    });
    const machine = await connect('http', web, {
      scheme: 'machine',
      values: { clientId: 'client', clientSecret: CANARY },
    });
    const role = await connect(
      'postgres',
      { host: '127.0.0.1', port: 1, database: 'd', ssl: 'disable' },
      { scheme: 'role', values: { user: 'user', password: CANARY } },
    );
    await client.call(putSecret, { body: { value: CANARY } });
    const answers: unknown[] = [];
    for (const id of [basic, query, machine, role])
      answers.push(await client.call(testConnection, { params: { id } }));

    const flow = await publishDrawing(
      client,
      {
        start: { kind: 'manual' },
        basic: http(basic, '/mirror'),
        query: http(query, '/mirror'),
        machine: http(machine, '/mirror'),
        fail: http(query, '/fail'),
      },
      ['start>basic', 'basic>query', 'query>machine', 'machine>fail'],
    );
    const { run, events } = await untilEnded(client, await runByHand(client, flow));
    expect([run.status, run.problem?.code]).toEqual(['failed', 'unavailable']);
    const echoed = JSON.stringify(events);
    expect(echoed).toContain('Basic [secret]');
    expect(echoed).toContain('Bearer [secret]');

    const places = {
      answers: JSON.stringify(answers),
      echoed,
      log: world.output(),
      stored: await stored(),
      queued: await queued(world.redis?.url),
    };
    expect(places.stored).toContain(flow);
    for (const [place, text] of Object.entries(places))
      expect([place, SPELLINGS.filter((spelling) => text.includes(spelling))]).toEqual([place, []]);
  });
});

/** Everything that lies in Redis, as text. */
async function queued(url: string | undefined): Promise<string> {
  if (url === undefined) return '';
  const redis = new Redis(url);
  const keys = await redis.keys('*');
  const dumps = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
  await redis.quit();
  return [...keys, ...dumps.map((dump) => dump?.toString('latin1') ?? '')].join('\n');
}

describe('the first visit', () => {
  it('makes one owner, however many come at once', async () => {
    const patchbay = await startPatchbay({ args: ['--dev'] });
    const visitors = Array.from({ length: 6 }, () => new Client(() => patchbay.url));
    const results = await Promise.allSettled(
      visitors.map((visitor, i) =>
        visitor.call(setUpOwner, { body: { ...OWNER, email: `owner${i}@example.com` } }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await visitors[0]?.call(getSetup, {}))?.needed).toBe(false);
    await patchbay.stop();
  });
});
