import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createCertificate } from '@patchbay/e2e/setup';
import type { Json, JsonObject } from '@patchbay/shared/base';
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { type ActionContext, callAction, fileOf, testConnection } from '#sdk';
import { createOutbound } from '#sdk/outbound';
import { openTestContext } from '#sdk/testing';

import { smtp } from './index.ts';
import { startSmtp, type TestServer } from './test-server.ts';

const NAME = 'localhost';
const MESSAGE = {
  from: 'Shop <shop@example.org>',
  to: ['Ann <ann@example.org>'],
  subject: 'Hello',
};

const outbound = createOutbound({ allowPrivate: ['127.0.0.1', NAME] });
let ca: string;
let server: TestServer;
let implicit: TestServer;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-smtp-'));
  const { keyFile, ca: cert } = await createCertificate(folder);
  ca = cert;
  const key = await readFile(keyFile, 'utf8');
  await rm(folder, { recursive: true });
  server = await startSmtp({ key, cert });
  implicit = await startSmtp({ key, cert, secure: true });
});
afterEach(() => {
  server.delivered.length = 0;
});
afterAll(async () => {
  await Promise.all([server.stop(), implicit.stop(), outbound.close()]);
});

interface Change {
  config?: JsonObject;
  password?: string;
  signal?: AbortSignal;
  scheme?: string;
}

function context(input: JsonObject, { config, password = 'secret', signal, scheme }: Change = {}) {
  const settings = { host: NAME, port: server.port, ca, ...config };
  const fields = { user: 'ann', password };
  const connection = { id: 'c1', scheme: scheme ?? 'password', config: settings, fields };
  return openTestContext({ connector: smtp, outbound, connection, signal }, input);
}

function send(input: JsonObject, change?: Change): Promise<Json> {
  return callAction(smtp, 'send', context(input, change));
}

describe('a mail', () => {
  it('arrives with its parts, signed in and over TLS', async () => {
    const file = { ...fileOf('Rechnung für Zoë.pdf', Buffer.from('%PDF')) };
    const sent = await send({
      ...MESSAGE,
      cc: ['bo@example.org'],
      bcc: ['hidden@example.org'],
      subject: 'Grüße',
      text: 'plain',
      html: '<p>rich</p>',
      attachments: [file],
      inReplyTo: '<1@example.org>',
      headers: { 'X-Order': '7' },
    });
    const accepted = ['ann@example.org', 'bo@example.org', 'hidden@example.org'];
    expect(sent).toMatchObject({ accepted, rejected: [] });
    const [got] = server.delivered;
    expect(got).toMatchObject({ from: 'shop@example.org', to: accepted, encrypted: true });
    const mail = await PostalMime.parse(got?.source ?? '');
    expect(mail).toMatchObject({
      subject: 'Grüße',
      from: { name: 'Shop', address: 'shop@example.org' },
      text: 'plain\n',
      html: '<p>rich</p>\n',
      inReplyTo: '<1@example.org>',
      references: '<1@example.org>',
      messageId: (sent as JsonObject).messageId,
      attachments: [{ filename: 'Rechnung für Zoë.pdf', mimeType: 'application/pdf' }],
    });
    expect(mail.bcc).toBeUndefined();
    expect(mail.headers).toContainEqual(expect.objectContaining({ key: 'x-order', value: '7' }));
  });

  it('has the same id in every attempt', async () => {
    const first = await send(MESSAGE);
    expect(await send(MESSAGE)).toMatchObject({ messageId: (first as JsonObject).messageId });
  });

  it('takes its sender from the connection, and TLS from the start', async () => {
    const config = { port: implicit.port, security: 'tls', from: 'shop@example.org' };
    await send({ to: ['ann@example.org'] }, { config });
    expect(implicit.delivered).toMatchObject([{ from: 'shop@example.org', encrypted: true }]);
  });

  it('says which recipients were refused when others were not', async () => {
    const sent = await send({ ...MESSAGE, to: ['ann@example.org', 'unknown@example.org'] });
    expect(sent).toMatchObject({
      accepted: ['ann@example.org'],
      rejected: ['unknown@example.org'],
    });
  });

  it('cannot be told to read files of this machine', async () => {
    await send({ ...MESSAGE, html: { path: '/etc/passwd' } }).catch(() => undefined);
    expect(server.delivered).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it.each<[string, JsonObject, Change, string, RegExp]>([
    ['a wrong password', {}, { password: 'x' }, 'auth_expired', /Wrong user or password/],
    ['no log-in', {}, { scheme: 'none' }, 'auth_expired', /wants to know who sends/],
    ['an unknown recipient', { to: ['unknown@example.org'] }, {}, 'rejected', /No such user/],
    ['a busy server', { to: ['busy@example.org'] }, {}, 'unavailable', /Try later/],
    ['no recipient', { to: [] }, {}, 'invalid_input', /no recipient/],
    ['no address', { to: ['ann'] }, {}, 'invalid_input', /no recipient/],
    ['no sender', { from: '' }, {}, 'invalid_input', /no sender/],
    ['another name', {}, { config: { host: '127.0.0.1' } }, 'unavailable', /not trusted/],
    ['no authority', {}, { config: { ca: '' } }, 'unavailable', /not trusted/],
    ['a closed port', {}, { config: { port: 1 } }, 'unavailable', /refused/],
    ['a private address', {}, { config: { host: '10.1.2.3' } }, 'address_blocked', /not a public/],
  ])('is explained for %s', async (_name, input, change, code, words) => {
    await expect(send({ ...MESSAGE, ...input }, change)).rejects.toMatchObject({
      problem: { code, message: expect.stringMatching(words), hint: expect.stringMatching(/\w/) },
    });
  });

  it('is explained for a server without STARTTLS', async () => {
    const plain = await startSmtp({ hideSTARTTLS: true, disabledCommands: ['STARTTLS'] });
    await expect(send(MESSAGE, { config: { port: plain.port } })).rejects.toMatchObject({
      problem: { code: 'rejected', message: 'The server does not offer STARTTLS.' },
    });
    await plain.stop();
  });

  it('never shows the password', async () => {
    const error: unknown = await send(MESSAGE, { password: 'w1-secret' }).catch((thrown) => thrown);
    expect(JSON.stringify(error)).not.toContain('w1-secret');
  });
});

describe('a connection', () => {
  it('is tested by signing in', async () => {
    const identity = `ann at ${NAME}`;
    expect(await testConnection(smtp, context({}))).toEqual({ identity });
    const refused = testConnection(smtp, context({}, { password: 'x' }));
    await expect(refused).rejects.toMatchObject({ problem: { code: 'auth_expired' } });
  });

  it('is closed after each call, and at once when the step is aborted', async () => {
    await send(MESSAGE);
    await expect.poll(() => server.connections()).toBe(0);
    const silent = createServer();
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const controller = new AbortController();
    const connected = new Promise((done) => silent.once('connection', done));
    const { port } = silent.address() as { port: number };
    const running = send(MESSAGE, { config: { port }, signal: controller.signal });
    const socket = (await connected) as ActionContext['signal'] & { destroyed: boolean };
    controller.abort();
    await expect(running).rejects.toMatchObject({ problem: { code: 'cancelled' } });
    await expect.poll(() => socket.destroyed).toBe(true);
    await new Promise((done) => silent.close(done));
  });
});
