import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { putSecret } from '@patchbay/shared/connections';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { Client } from '#client';
import { startPatchbay, type PatchbayOptions } from '#helpers';
import { createDatabase } from '#setup';

const KEY = randomBytes(32).toString('hex');

/** The one line it says when it refuses to start; throws when it starts, or says more. */
async function refusal(options: PatchbayOptions): Promise<string> {
  const started = await startPatchbay({ args: ['--dev'], ...options }).catch(
    (error: Error) => error,
  );
  if (!(started instanceof Error)) {
    await started.stop();
    throw new Error('it started');
  }
  const sentence = /^Patchbay ended with 1 before it was up:\n(.*)\n$/.exec(started.message)?.[1];
  if (sentence === undefined) throw started;
  return sentence;
}

describe('a start that cannot succeed', () => {
  let folder: string;
  let taken: Server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'patchbay-start-'));
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
  });
  afterAll(async () => {
    taken.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('names the port that is taken', async () => {
    const { port } = taken.address() as AddressInfo;
    const message = await refusal({ env: { PORT: String(port) } });
    expect(message).toMatch(new RegExp(`^Port ${port} is taken\\. .*PORT`));
  });

  it('names the data directory that it may not write', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    expect(await refusal({ dataDir: join(file, 'data') })).toMatch(/can't be written.*DATA_DIR/);
  });

  it.each(['127.0.0.1', 'localhost'])(
    'says that PostgreSQL at %s does not answer',
    async (host) => {
      const env = { DATABASE_URL: `postgres://nobody:secret@${host}:1/none`, ROOT_KEY: KEY };
      const message = await refusal({ env });
      expect(message).toMatch(
        new RegExp(`^Could not open PostgreSQL at ${host}:1: .*ECONNREFUSED`),
      );
      expect(message).not.toContain('secret');
    },
  );

  it('says that Redis does not answer', async () => {
    const env = {
      DATABASE_URL: await createDatabase('start'),
      REDIS_URL: 'redis://:secret@127.0.0.1:1',
      ROOT_KEY: KEY,
    };
    const message = await refusal({ env });
    expect(message).toMatch(/^Redis at 127\.0\.0\.1:1 does not answer\. .*REDIS_URL/);
    expect(message).not.toContain('secret');
  });

  it('asks for the root key that all processes share', async () => {
    const message = await refusal({ env: { DATABASE_URL: await createDatabase('start') } });
    expect(message).toMatch(/^ROOT_KEY is not set\./);
  });

  it('asks for both addresses when api and worker are to be apart', async () => {
    expect(await refusal({ args: ['--worker'] })).toMatch(/need REDIS_URL and DATABASE_URL/);
  });

  it('names the setting that makes no sense', async () => {
    expect(await refusal({ env: { LEASE_MS: 'soon' } })).toMatch(
      /^LEASE_MS must be a whole number/,
    );
  });

  it('refuses a root key that did not seal the stored secrets, and leaves them as they are', async () => {
    const dataDir = join(folder, 'data');
    const patchbay = await startPatchbay({ args: ['--dev'], dataDir });
    const client = await new Client(() => patchbay.url).setUp();
    await client.call(putSecret, { body: { value: 'sealed' } });
    await patchbay.stop();
    expect(await refusal({ dataDir, env: { ROOT_KEY: KEY } })).toMatch(
      /^The root key is not the one that sealed the stored secrets\. .*ROOT_KEY/,
    );
    const again = await startPatchbay({ args: ['--dev'], dataDir });
    await again.stop();
  });
});
