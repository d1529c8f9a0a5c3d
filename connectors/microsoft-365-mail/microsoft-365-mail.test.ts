import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_MESSAGE } from './fields.ts';
import { microsoftMail } from './index.ts';

const ME = '/v1.0/me';
const HOST = 'https://graph.microsoft.com';
const text = z.string().optional();
const people = z
  .array(z.strictObject({ emailAddress: z.strictObject({ address: z.email(), name: text }) }))
  .optional();
const message = z.strictObject({
  subject: text,
  body: z.strictObject({ contentType: z.enum(['text', 'html']), content: z.string() }).optional(),
  toRecipients: people,
  ccRecipients: people,
  bccRecipients: people,
  replyTo: people,
  importance: z.enum(['low', 'normal', 'high']).optional(),
  isRead: z.boolean().optional(),
  categories: z.array(z.string()).optional(),
  flag: z.strictObject({ flagStatus: z.enum(['notFlagged', 'flagged', 'complete']) }).optional(),
  attachments: z
    .array(
      z.strictObject({
        '@odata.type': z.literal('#microsoft.graph.fileAttachment'),
        name: z.string(),
        contentType: z.string(),
        contentBytes: z.base64(),
      }),
    )
    .optional(),
});
// A body whose every field may be missing would take nothing for a message.
const someOf = message.refine((given) => Object.keys(given).length > 0, 'is empty');
const list = z.strictObject({ $select: z.string(), $top: z.string(), $skip: text });
const comment = z.strictObject({ comment: z.string() });
const immutable = z.looseObject({ prefer: z.string().includes('IdType="ImmutableId"') });

const SUBSCRIPTIONS = '/v1.0/subscriptions';

const bench = describeVendor({
  connector: microsoftMail,
  connection: { scheme: 'oauth2', config: { tenant: 'common' }, fields: { accessToken: 'tok' } },
  triggers: { messageTold: { folder: 'inbox' } },
  origins: [HOST],
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      [`POST ${SUBSCRIPTIONS}`]: {
        body: z.strictObject({
          changeType: z.literal('created'),
          notificationUrl: z.url(),
          lifecycleNotificationUrl: z.url(),
          resource: z.literal("me/mailFolders('inbox')/messages"),
          expirationDateTime: z.iso.datetime(),
          clientState: z.string().max(128),
        }),
        reply: () => ({ status: 201, body: { id: 'sub1' } }),
      },
      [`PATCH ${SUBSCRIPTIONS}/sub1`]: {
        body: z.strictObject({ expirationDateTime: z.iso.datetime() }),
        gives: { id: 'sub1' },
      },
      [`GET ${SUBSCRIPTIONS}`]: { gives: { value: [] } },
      [`DELETE ${SUBSCRIPTIONS}/sub1`]: { reply: () => ({ status: 204 }) },
      [`GET ${ME}`]: {
        query: z.strictObject({ $select: z.string() }),
        gives: { userPrincipalName: 'ada@example.com' },
      },
      [`POST ${ME}/sendMail`]: {
        body: z.strictObject({ message, saveToSentItems: z.boolean() }),
        reply: () => ({ status: 202 }),
      },
      [`POST ${ME}/messages`]: {
        body: someOf,
        reply: ({ body }) => ({ status: 201, body: { ...SAMPLE_MESSAGE, sent: body } }),
      },
      [`POST ${ME}/messages/{id}/reply`]: { body: comment, reply: () => ({ status: 202 }) },
      [`POST ${ME}/messages/{id}/replyAll`]: { body: comment, reply: () => ({ status: 202 }) },
      [`POST ${ME}/messages/{id}/forward`]: {
        body: z.strictObject({ comment: text, toRecipients: people.unwrap() }),
        reply: () => ({ status: 202 }),
      },
      [`GET ${ME}/mailFolders`]: {
        query: z.strictObject({ $top: z.string(), $select: z.string() }),
        gives: { value: [{ id: 'f1', displayName: 'Inbox' }] },
      },
      [`GET ${ME}/mailFolders/{id}/messages`]: {
        query: list.extend({ $orderby: z.literal('receivedDateTime desc'), $filter: text }),
        headers: immutable,
        reply: ({ query, path }) => {
          if (query.$filter === 'isRead eq false')
            return { status: 400, body: { error: { code: 'InefficientFilter', message: 'No.' } } };
          const rest = `${HOST}${ME}/mailFolders/${path.id}/messages?$skip=1&$top=50&$select=id&$orderby=receivedDateTime%20desc`;
          const more = query.$skip ? {} : { '@odata.nextLink': rest };
          return { body: { value: [{ ...SAMPLE_MESSAGE, id: query.$skip ?? '0' }], ...more } };
        },
      },
      [`GET ${ME}/messages`]: {
        query: list.extend({ $search: z.string().regex(/^".+"$/) }),
        gives: { value: [SAMPLE_MESSAGE] },
      },
      [`GET ${ME}/messages/{id}`]: {
        query: z.strictObject({ $select: z.string() }),
        headers: z.looseObject({
          prefer: z.literal('IdType="ImmutableId", outlook.body-content-type="text"'),
        }),
        gives: SAMPLE_MESSAGE,
      },
      [`PATCH ${ME}/messages/{id}`]: {
        body: someOf,
        reply: ({ body }) => ({ body: { ...SAMPLE_MESSAGE, sent: body } }),
      },
      [`POST ${ME}/messages/{id}/move`]: {
        body: z.strictObject({ destinationId: z.string() }),
        reply: () => ({ status: 201, body: SAMPLE_MESSAGE }),
      },
      [`DELETE ${ME}/messages/{id}`]: { reply: () => ({ status: 204 }) },
      [`GET ${ME}/messages/{id}/attachments`]: {
        query: z.strictObject({ $select: z.string() }),
        gives: { value: [{ id: 'a', name: 'o.pdf', contentType: null, size: 3 }] },
      },
      [`GET ${ME}/messages/{id}/attachments/{attachmentId}`]: {
        reply: ({ path }) => ({
          body: {
            id: path.attachmentId,
            name: 'o.pdf',
            contentType: null,
            size: 5,
            ...(path.attachmentId !== 'item' && { contentBytes: 'cGRm' }),
          },
        }),
      },
    },
  },
});

describe('a message', () => {
  it('carries files and people as Graph wants them', async () => {
    const given = await bench.call('createDraft', {
      to: ['bo@example.com'],
      subject: 's',
      body: '<p>b</p>',
      contentType: 'html',
      attachments: [{ name: 'a.txt', type: 'text/plain', base64: 'aGk=' }],
    });
    expect(given).toMatchObject({
      sent: {
        body: { contentType: 'html', content: '<p>b</p>' },
        toRecipients: [{ emailAddress: { address: 'bo@example.com' } }],
        attachments: [{ name: 'a.txt', contentBytes: 'aGk=' }],
      },
    });
  });

  it('is answered to everybody when asked to', async () => {
    bench.seen();
    await bench.call('replyToMessage', { id: 'x', comment: 'Yes.', answer: 'replyAll' });
    expect(bench.seen()).toEqual(['POST /v1.0/me/messages/x/replyAll']);
  });

  it('is flagged', async () => {
    const given = await bench.call('updateMessage', { id: 'x', flagStatus: 'flagged' });
    expect(given).toMatchObject({ sent: { flag: { flagStatus: 'flagged' } } });
  });

  it('gives its files, and says what is none', async () => {
    const file = await bench.call('getAttachment', { id: 'x', attachmentId: 'a' });
    expect(file).toMatchObject({ type: 'application/octet-stream', size: 3, base64: 'cGRm' });
    const item = bench.call('getAttachment', { id: 'x', attachmentId: 'item' });
    await expect(item).rejects.toThrow('This attachment is no file.');
  });
});

describe('lists', () => {
  it('go on where Graph says', async () => {
    expect(await bench.call('listMessages', {})).toMatchObject([{ id: '0' }, { id: '1' }]);
    expect((await bench.look('messageReceived', { folder: 'inbox' })).items).toHaveLength(2);
  });

  it('say how a filter must begin', async () => {
    await expect(bench.call('listMessages', { filter: 'isRead eq false' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', details: { code: 'InefficientFilter' } },
    });
  });
});
