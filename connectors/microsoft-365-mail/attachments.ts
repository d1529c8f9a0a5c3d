import { z } from 'zod';

import { defineAction, defineHttpAction, rejected, sendHttp } from '#sdk';

import { messageId, SAMPLE_MESSAGE } from './fields.ts';

const DOCS = 'https://learn.microsoft.com/en-us/graph/api';
const attachment = z.looseObject({
  id: z.string(),
  name: z.string(),
  contentType: z.string().nullable(),
  size: z.number(),
});

export const listAttachments = defineHttpAction({
  title: 'List attachments',
  description: 'Gives name, type and size of the files of a message.',
  tags: ['files', 'email', 'outlook'],
  docsUrl: `${DOCS}/message-list-attachments`,
  input: z.strictObject({ id: messageId }),
  output: attachment,
  sample: { id: SAMPLE_MESSAGE.id },
  sampleOutput: [
    { id: 'AAMkAGUz', name: 'order.pdf', contentType: 'application/pdf', size: 18_432 },
  ],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/me/messages/{id}/attachments',
    query: { $select: 'id,name,contentType,size,isInline' },
  },
  paginate: { by: 'nextUrl', path: '@odata.nextLink', items: 'value' },
});

export const getAttachment = defineAction({
  title: 'Get an attachment',
  description: 'Gives a file of a message.',
  tags: ['download', 'file'],
  docsUrl: `${DOCS}/attachment-get`,
  input: z.strictObject({
    id: messageId,
    attachmentId: z
      .string()
      .min(1)
      .meta({ title: 'Attachment', description: 'Its id in the list.', 'x-order': 2 }),
  }),
  output: z.object({
    name: z.string(),
    type: z.string(),
    size: z.number(),
    base64: z.string(),
  }),
  sample: { id: SAMPLE_MESSAGE.id, attachmentId: 'AAMkAGUz' },
  sampleOutput: { name: 'order.pdf', type: 'application/pdf', size: 3, base64: 'cGRm' },
  effects: { reads: true },
  run: async (ctx, facts) => {
    const path = '/me/messages/{id}/attachments/{attachmentId}';
    const answer = await sendHttp(facts, { method: 'GET', path }, ctx);
    const found = attachment.extend({ contentBytes: z.string() }).safeParse(answer);
    if (!found.success)
      throw rejected('This attachment is no file.', {
        hint: 'It is a message or a link to the cloud: open it in Outlook, or pass it over.',
      });
    const { name, contentType, contentBytes: base64 } = found.data;
    const size = Buffer.from(base64, 'base64').byteLength;
    return { name, type: contentType ?? 'application/octet-stream', size, base64 };
  },
});
