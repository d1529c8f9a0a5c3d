import { z } from 'zod';

import { defineAction, defineHttpAction, sendHttp } from '#sdk';

import { caption, chatId, message, parseMode, SAMPLE_MESSAGE, silently } from './fields.ts';

const CHAT = { chat_id: SAMPLE_MESSAGE.chat.id };

const file = z
  .union([
    z.url(),
    z.looseObject({ base64: z.string(), name: z.string(), type: z.string().optional() }),
  ])
  .meta({
    title: 'File',
    description: 'An address, or a file as another step gives it.',
    'x-order': 2,
  });

const common = { chat_id: chatId, caption, parse_mode: parseMode, disable_notification: silently };

// A form carries both: the bytes of a file, or an address that Telegram fetches itself.
const upload = (path: string) =>
  ({ method: 'POST', path, body: { type: 'multipart' }, result: 'result' }) as const;

/** A picture. */
export const sendPhoto = defineHttpAction({
  title: 'Send a photo',
  description: 'Sends a picture of up to 10 MB, shown in the chat.',
  tags: ['picture', 'image', 'upload'],
  docsUrl: 'https://core.telegram.org/bots/api#sendphoto',
  input: z.strictObject({ ...common, photo: file }),
  output: message,
  sample: { ...CHAT, photo: 'https://shop.example/book.jpg', caption: 'The new edition' },
  sampleOutput: { ...SAMPLE_MESSAGE, text: undefined, caption: 'The new edition' },
  effects: { reads: false },
  http: upload('/sendPhoto'),
});

/** Any file. */
export const sendDocument = defineHttpAction({
  title: 'Send a document',
  description: 'Sends a file of up to 50 MB.',
  tags: ['file', 'pdf', 'upload', 'attachment'],
  docsUrl: 'https://core.telegram.org/bots/api#senddocument',
  input: z.strictObject({ ...common, document: file }),
  output: message,
  sample: {
    ...CHAT,
    document: { name: 'invoice.pdf', type: 'application/pdf', base64: 'JVBERi0xLjQK' },
  },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false },
  http: upload('/sendDocument'),
});

/** What somebody has sent to the bot. */
export const downloadFile = defineAction({
  title: 'Download a file',
  description: 'Gives a file of up to 20 MB that somebody has sent to the bot.',
  tags: ['get', 'photo', 'document', 'voice'],
  docsUrl: 'https://core.telegram.org/bots/api#getfile',
  input: z.strictObject({
    file_id: z.string().min(1).meta({
      title: 'File',
      description: 'The file_id in the message.',
      'x-order': 1,
    }),
  }),
  output: z.object({ name: z.string(), type: z.string(), size: z.number(), base64: z.string() }),
  sample: { file_id: 'BQACAgIAAxkBAAM' },
  sampleOutput: { name: 'file_1.pdf', type: 'application/pdf', size: 9, base64: 'JVBERi0xLjQK' },
  effects: { reads: true },
  run: async (ctx, manifest) => {
    const { file_path } = (await sendHttp(
      manifest,
      { method: 'GET', path: '/getFile', result: 'result' },
      ctx,
    )) as { file_path: string };
    const path = `/file/${file_path.split('/').map(encodeURIComponent).join('/')}`;
    return sendHttp(manifest, { method: 'GET', path, response: 'file' }, { ...ctx, input: {} });
  },
});
