import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type PrivateServer, startServer } from '@patchbay/e2e/setup';
import type { Json, JsonObject } from '@patchbay/shared/base';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { fileOf, listOptions, testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { imap } from './index.ts';

let server: PrivateServer;
let bench: Bench;
let user = '';
let ca = '';
let users = 0;

beforeAll(async () => {
  server = await startServer('dovecot');
  ca = await readFile(join(server.dataDir, 'tls', 'cert.pem'), 'utf8');
});
// A mailbox of its own for each test: Dovecot makes it at the first log-in.
beforeEach(() => {
  user = `user${++users}`;
  const fields = { user, password: new URL(server.url).password };
  const config = { host: 'localhost', port: server.port, security: 'starttls', ca };
  bench = openBench(imap, { scheme: 'password', config, fields });
  return () => bench.close();
});
afterAll(() => server.stop());

/** Puts messages into the mailbox the way a mail server does. */
async function deliver(...titles: string[]): Promise<void> {
  const auth = { user, pass: new URL(server.url).password };
  const tls = { rejectUnauthorized: false };
  const client = new ImapFlow({ host: '127.0.0.1', port: server.port, tls, auth, logger: false });
  await client.connect();
  for (const title of titles) await client.append('INBOX', await compose(title));
  await client.logout();
}

async function compose(subject: string): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true });
  const { message } = await transport.sendMail({
    from: 'Zoë <zoe@example.org>',
    to: 'shop@example.org',
    subject,
    messageId: `<${subject}@example.org>`,
    text: `Text of ${subject}`,
    html: `<p>${subject}</p>`,
    attachments: [{ filename: 'Größe.pdf', content: Buffer.from('%PDF') }],
  });
  return message as Buffer;
}

async function uidOf(subject: string): Promise<number> {
  const [found] = (await bench.call('search', { subject })) as JsonObject[];
  return found?.uid as number;
}

async function subjects(input: JsonObject = {}): Promise<Json[]> {
  const found = (await bench.call('search', input)) as JsonObject[];
  return found.map(({ subject }) => subject ?? null);
}

describe('messages', () => {
  it('are found, the newest first', async () => {
    await deliver('one', 'two', 'three');
    expect(await subjects()).toEqual(['three', 'two', 'one']);
    expect(await subjects({ maxItems: 1 })).toEqual(['three']);
    expect(await subjects({ subject: 'tw' })).toEqual(['two']);
    expect(await subjects({ text: 'Text of one', from: 'zoe@', state: 'unread' })).toEqual(['one']);
    expect(await subjects({ messageId: '<two@example.org>' })).toEqual(['two']);
    expect(await subjects({ since: '2999-01-01' })).toEqual([]);
    expect(await subjects({ before: '2999-01-01', to: 'shop@' })).toHaveLength(3);
  });

  it('are read with their parts, and marked only when asked to', async () => {
    await deliver('Grüße');
    const uid = await uidOf('Grüße');
    expect(await bench.call('getMessage', { uid })).toMatchObject({
      uid,
      subject: 'Grüße',
      from: [{ name: 'Zoë', address: 'zoe@example.org' }],
      text: expect.stringContaining('Text of Grüße'),
      html: expect.stringContaining('<p>Grüße</p>'),
      headers: { to: 'shop@example.org' },
      attachments: [{ ...fileOf('Größe.pdf', Buffer.from('%PDF')), type: 'application/pdf' }],
    });
    expect(await subjects({ state: 'unread' })).toEqual(['Grüße']);
    await bench.call('getMessage', { uid, markRead: true });
    expect(await subjects({ state: 'unread' })).toEqual([]);
  });

  it('are flagged, copied, moved and deleted', async () => {
    await deliver('one', 'two', 'three');
    const uids = [await uidOf('one'), await uidOf('two')];
    const flagged = await bench.call('setFlags', { uids, add: ['\\Flagged'], remove: ['\\Seen'] });
    expect(flagged).toEqual({ count: 2 });
    expect(await subjects({ state: 'flagged' })).toEqual(['two', 'one']);
    const made = await bench.call('createMailbox', { path: 'Archive' });
    expect(made).toEqual({ path: 'Archive', created: true });
    expect(await bench.call('createMailbox', { path: 'Archive' })).toMatchObject({
      created: false,
    });
    const destination = 'Archive';
    expect(await bench.call('copyMessages', { uids, destination })).toEqual({ count: 2 });
    expect(await bench.call('moveMessages', { uids, destination })).toEqual({ count: 2 });
    expect(await subjects()).toEqual(['three']);
    expect(await subjects({ mailbox: 'Archive' })).toHaveLength(4);
    const left = [await uidOf('three')];
    expect(await bench.call('deleteMessages', { uids: left })).toEqual({ count: 1 });
    expect(await bench.call('deleteMessages', { uids: left })).toEqual({ count: 0 });
    expect(await subjects()).toEqual([]);
  });

  it('are counted in the list of mailboxes, which fields offer too', async () => {
    await deliver('one');
    expect(await bench.call('listMailboxes')).toContainEqual(
      expect.objectContaining({ path: 'INBOX', messages: 1, unseen: 1 }),
    );
    const offered = await listOptions(imap, 'mailboxes', bench.context());
    expect(offered).toContainEqual({ value: 'INBOX', label: 'INBOX' });
  });

  it.each<[string, JsonObject, string, RegExp]>([
    ['getMessage', { uid: 99 }, 'invalid_input', /no message 99/],
    ['search', { mailbox: 'Nowhere' }, 'rejected', /No such mailbox/],
    ['moveMessages', { uids: [1], destination: 'Nowhere' }, 'invalid_input', /Moving to Nowhere/],
  ])('of %s that are not there are explained for %j', async (action, input, code, words) => {
    await deliver('one');
    await expect(bench.call(action, input)).rejects.toMatchObject({
      problem: { code, message: expect.stringMatching(words), hint: expect.stringMatching(/\w/) },
    });
  });
});

describe('the trigger', () => {
  it('gives only what came in since the last look, oldest first', async () => {
    await deliver('old');
    const first = await bench.look('newMessage', {});
    expect(first.items).toEqual([]);
    expect(await bench.look('newMessage', {}, first.cursor)).toEqual(first);
    await deliver('new 1', 'new 2');
    const second = await bench.look('newMessage', {}, first.cursor);
    expect(second.items).toMatchObject([{ subject: 'new 1' }, { subject: 'new 2' }]);
    expect(await bench.look('newMessage', {}, second.cursor)).toMatchObject({ items: [] });
  });

  it('begins anew when the mailbox counts anew', async () => {
    await deliver('one', 'two');
    const { cursor } = await bench.look('newMessage', {});
    expect(await bench.look('newMessage', {}, '1-0')).toEqual({ items: [], cursor });
  });
});

describe('the connection', () => {
  it('is tested by signing in', async () => {
    const identity = `${user} at localhost`;
    expect(await testConnection(imap, bench.context())).toEqual({ identity });
  });

  it.each([
    [{ fields: { password: 'wrong' } }, 'auth_expired', 'Wrong user or password'],
    [{ config: { host: '127.0.0.1' } }, 'unavailable', 'not trusted'],
    [{ config: { ca: '' } }, 'unavailable', 'not trusted'],
    [{ config: { security: 'tls' } }, 'unavailable', 'TLS'],
    [{ config: { port: 1 } }, 'unavailable', 'refused'],
    [{ config: { host: '10.1.2.3' } }, 'address_blocked', 'not a public address'],
  ])('explains what is wrong with %o', async (change, code, words) => {
    const failure = testConnection(imap, bench.context({}, change));
    await expect(failure).rejects.toMatchObject({
      problem: { code, message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });

  it('ends at once when the step is aborted', async () => {
    const running = bench.call('search', {}, { signal: AbortSignal.abort() });
    await expect(running).rejects.toMatchObject({ problem: { code: 'cancelled' } });
  });
});
