import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { gmail } from './index.ts';

const USER = '/gmail/v1/users/me';
const REFERENCE = { id: 'm9', threadId: 't1', labelIds: ['SENT'] };
const encoded = (words: string): string => Buffer.from(words).toString('base64url');
const message = z.strictObject({
  raw: z.string().regex(/^[\w-]+$/),
  threadId: z.string().optional(),
});

/** Messages of the mailbox, newest first, as seconds since the beginning of time. */
const box = new Map([
  ['m2', 2_000],
  ['m1', 1_000],
]);

function whole(id: string): object {
  const headers = [
    { name: 'From', value: 'Ada <ada@example.com>' },
    { name: 'Subject', value: 'Order 1042' },
    { name: 'Message-Id', value: `<${id}@example.com>` },
    { name: 'References', value: '<m0@example.com>' },
  ];
  const parts = [
    {
      mimeType: 'multipart/alternative',
      parts: [
        { mimeType: 'text/plain', filename: '', body: { data: encoded('Grüße'), size: 7 } },
        { mimeType: 'text/html', filename: '', body: { data: encoded('<p>Grüße</p>'), size: 14 } },
      ],
    },
    {
      mimeType: 'application/pdf',
      filename: 'order.pdf',
      body: { attachmentId: 'att1', size: 3 },
    },
  ];
  return {
    id,
    threadId: 't1',
    labelIds: ['INBOX'],
    snippet: 'Grüße',
    internalDate: String((box.get(id) ?? 0) * 1000),
    payload: { mimeType: 'multipart/mixed', filename: '', headers, parts },
  };
}

let sent: z.infer<typeof message> = { raw: '' };
const bench = describeVendor({
  connector: gmail,
  connection: { scheme: 'oauth2', config: {}, fields: { accessToken: 'tok' } },
  origins: ['https://gmail.googleapis.com'],
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      [`GET ${USER}/profile`]: { gives: { emailAddress: 'ada@example.com' } },
      [`GET ${USER}/labels`]: { gives: { labels: [{ id: 'INBOX', name: 'INBOX' }] } },
      [`POST ${USER}/labels`]: {
        body: z.strictObject({
          name: z.string(),
          labelListVisibility: z.string().optional(),
          messageListVisibility: z.string().optional(),
        }),
        gives: { id: 'Label_1', name: 'Orders/Paid' },
      },
      [`POST ${USER}/messages/send`]: {
        body: message,
        reply: ({ body }) => {
          sent = body as typeof sent;
          return { body: REFERENCE };
        },
      },
      [`POST ${USER}/drafts`]: {
        body: z.strictObject({ message }),
        gives: { id: 'r1', message: REFERENCE },
      },
      [`GET ${USER}/messages`]: {
        query: z.strictObject({
          q: z.string().optional(),
          labelIds: z.union([z.string(), z.array(z.string())]).optional(),
          includeSpamTrash: z.enum(['true', 'false']).optional(),
          maxResults: z.string(),
          pageToken: z.string().optional(),
        }),
        reply: ({ query }) => {
          const since = /after:(\d+)/.exec(String(query.q))?.[1] ?? '0';
          const found = [...box].filter(([, at]) => at > Number(since)).map(([id]) => ({ id }));
          const from = Number(query.pageToken ?? 0);
          const next = from + 1 < found.length ? { nextPageToken: String(from + 1) } : {};
          return { body: { messages: found.slice(from, from + 1), ...next } };
        },
      },
      [`GET ${USER}/messages/{id}`]: {
        query: z.strictObject({
          format: z.enum(['full', 'metadata', 'minimal', 'raw']),
          metadataHeaders: z.array(z.string()).optional(),
        }),
        reply: ({ path: { id = '' } }) =>
          id === 'gone'
            ? { status: 404, body: { error: { code: 404, message: 'Not found.' } } }
            : { body: whole(id) },
      },
      [`POST ${USER}/messages/{id}/modify`]: {
        body: z.strictObject({
          addLabelIds: z.array(z.string()).optional(),
          removeLabelIds: z.array(z.string()).optional(),
        }),
        gives: REFERENCE,
      },
      [`POST ${USER}/messages/{id}/trash`]: { gives: REFERENCE },
      [`GET ${USER}/messages/{messageId}/attachments/{id}`]: {
        gives: { data: encoded('pdf'), size: 3 },
      },
    },
  },
});

function sentText(): string {
  return Buffer.from(sent.raw, 'base64url').toString('utf8');
}

describe('a mail', () => {
  it('is an internet message with its files, and blind copies for Gmail to take out', async () => {
    await bench.call('sendMessage', {
      to: ['Bo <bo@example.com>'],
      bcc: ['cy@example.com'],
      subject: 'Grüße',
      body: '<p>hi</p>',
      format: 'html',
      attachments: [{ name: 'a.txt', type: 'text/plain', base64: 'aGk=' }],
    });
    const text = sentText();
    expect(text).toMatch(/^To: Bo <bo@example.com>\r$/m);
    expect(text).toMatch(/^Bcc: cy@example.com\r$/m);
    expect(text).toMatch(/^Subject: =\?UTF-8\?/m);
    expect(text).toContain('Content-Type: text/html');
    expect(text).toMatch(/filename=a\.txt[^]*aGk=/);
  });

  it('cannot be given further headers through its fields', async () => {
    const subject = 'x\r\nBcc: evil@example.com';
    await bench.call('sendMessage', { to: ['bo@example.com'], subject, body: 'hi' });
    expect(sentText()).not.toMatch(/^Bcc:/m);
  });

  it('that answers stays in its thread', async () => {
    await bench.call('replyToMessage', { id: 'm1', body: 'Yes.' });
    expect(sent.threadId).toBe('t1');
    expect(sentText()).toMatch(/^To: Ada <ada@example.com>\r$/m);
    expect(sentText()).toMatch(/^Subject: Re: Order 1042\r$/m);
    expect(sentText()).toMatch(/^In-Reply-To: <m1@example.com>\r$/m);
    expect(sentText()).toMatch(/^References: <m0@example.com> <m1@example.com>\r$/m);
  });

  it('is read part by part', async () => {
    expect(await bench.call('getMessage', { id: 'm1' })).toMatchObject({
      from: 'Ada <ada@example.com>',
      text: 'Grüße',
      html: '<p>Grüße</p>',
      date: '1970-01-01T00:16:40.000Z',
      attachments: [{ attachmentId: 'att1', name: 'order.pdf', size: 3 }],
    });
  });

  it('is found over as many pages as it takes', async () => {
    bench.seen();
    const found = await bench.call('findMessages', {});
    expect(found).toMatchObject([{ id: 'm2' }, { id: 'm1' }]);
    expect(bench.seen().filter((line) => line.includes('pageToken=1'))).toHaveLength(1);
  });

  it('that is gone is named so', async () => {
    await expect(bench.call('getMessage', { id: 'gone' })).rejects.toMatchObject({
      problem: { code: 'rejected', details: { title: 'No such message' } },
    });
  });
});

describe('the trigger for new messages', () => {
  it('begins with the newest, then gives what comes in, oldest first', async () => {
    const first = await bench.look('messageReceived', {});
    expect(first).toEqual({ items: [], cursor: '1970-01-01T00:33:20.000Z' });
    for (const [id, at] of [['m4', 4000], ['m3', 3000], ...box.entries()] as const) {
      box.delete(id);
      box.set(id, at);
    }
    const next = await bench.look('messageReceived', {}, first.cursor);
    expect(next.items).toMatchObject([{ id: 'm3' }, { id: 'm4' }]);
    expect((await bench.look('messageReceived', {}, next.cursor)).items).toEqual([]);
  });
});
