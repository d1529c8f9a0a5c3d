import { z } from 'zod';

import { defineAction, sendHttp } from '#sdk';

import { messageId } from './fields.ts';

const given = z.looseObject({ data: z.string(), size: z.number().optional() });

export const getAttachment = defineAction({
  title: 'Get an attachment',
  description: 'Gives a file of a message.',
  tags: ['download', 'file'],
  docsUrl:
    'https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages.attachments/get',
  input: z.strictObject({
    messageId,
    attachmentId: z
      .string()
      .min(1)
      .meta({ title: 'Attachment', description: 'Its id in the message.', 'x-order': 2 }),
    name: z
      .string()
      .default('attachment')
      .meta({ title: 'Name', description: 'What the file is called from now on.', 'x-order': 3 }),
    type: z.string().default('application/octet-stream').meta({ title: 'Type', 'x-order': 4 }),
  }),
  output: z.object({
    name: z.string(),
    type: z.string(),
    size: z.number(),
    base64: z.string(),
  }),
  sample: {
    messageId: '18c1f0a2b3d4e5f7',
    attachmentId: 'ANGjdJ8',
    name: 'order.pdf',
    type: 'application/pdf',
  },
  sampleOutput: { name: 'order.pdf', type: 'application/pdf', size: 3, base64: 'cGRm' },
  effects: { reads: true },
  run: async (ctx, facts) => {
    const { name, type, messageId: message, attachmentId } = ctx.input;
    const answer = await sendHttp(
      facts,
      { method: 'GET', path: '/users/me/messages/{messageId}/attachments/{attachmentId}' },
      { ...ctx, input: { messageId: message, attachmentId } },
    );
    const bytes = Buffer.from(given.parse(answer).data, 'base64url');
    return { name, type, size: bytes.byteLength, base64: bytes.toString('base64') };
  },
});
