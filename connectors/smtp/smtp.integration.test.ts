import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type PrivateServer, startServer } from '@patchbay/e2e/setup';
import type { JsonObject } from '@patchbay/shared/base';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { fileOf, testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { smtp } from './index.ts';

let server: PrivateServer;
let bench: Bench;
beforeAll(async () => {
  server = await startServer('exim');
  const { port, username: user, password } = new URL(server.url);
  const ca = await readFile(join(server.dataDir, 'tls/cert.pem'), 'utf8');
  const config = { host: 'localhost', port: Number(port), ca, from: 'Shop <shop@example.org>' };
  bench = openBench(smtp, { scheme: 'password', config, fields: { user, password } });
});
afterAll(async () => {
  await bench.close();
  await server.stop();
});

describe('a mail to a mail server as others run it', () => {
  it('is in the mailbox with its parts, and those who are unknown are named', async () => {
    const attachments = [{ ...fileOf('Rechnung für Zoë.pdf', Buffer.from('%PDF')) }];
    const to = ['ann@example.org', 'unknown@example.org'];
    const sent = await bench.call('send', { to, subject: 'Grüße', text: 'plain', attachments });
    expect(sent).toMatchObject({
      accepted: ['ann@example.org'],
      rejected: ['unknown@example.org'],
    });
    const mail = await vi.waitFor(readMail, 30_000);
    expect(mail).toMatchObject({
      subject: 'Grüße',
      from: { name: 'Shop', address: 'shop@example.org' },
      text: 'plain\n',
      messageId: (sent as JsonObject).messageId,
      attachments: [{ filename: 'Rechnung für Zoë.pdf', mimeType: 'application/pdf' }],
    });
  });

  it('needs the right password', async () => {
    await testConnection(smtp, bench.context());
    const wrong = bench.context({}, { fields: { password: 'wrong' } });
    await expect(testConnection(smtp, wrong)).rejects.toMatchObject({
      problem: { code: 'auth_expired' },
    });
  });
});

async function readMail(): Promise<unknown> {
  const folder = join(server.dataDir, 'mail/new');
  const [file = ''] = await readdir(folder);
  return PostalMime.parse(await readFile(join(folder, file)));
}
