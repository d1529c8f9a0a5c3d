import { z } from 'zod';

export const chatId = z.union([z.string().min(1), z.number().int()]).meta({
  title: 'Chat',
  description: 'The number of a chat, or @name of a public channel.',
  'x-placeholder': '@harbour_books',
  'x-order': 1,
});

export const messageId = z.number().int().meta({ title: 'Message', 'x-order': 2 });

export const parseMode = z
  .enum(['HTML', 'MarkdownV2'])
  .optional()
  .meta({
    title: 'The text is written in',
    description: 'Empty is plain text.',
    'x-enumTitles': ['HTML', 'Markdown (version 2)'],
    'x-order': 4,
  });

export const text = z.string().min(1).max(4096).meta({
  title: 'Text',
  'x-multiline': true,
  'x-order': 3,
});

export const caption = z.string().max(1024).optional().meta({
  title: 'Text below it',
  'x-multiline': true,
  'x-order': 3,
});

export const replyMarkup = z.record(z.string(), z.any()).optional().meta({
  title: 'Buttons',
  description: '{ "inline_keyboard": [[{ "text": "Approve", "callback_data": "yes" }]] }',
  'x-language': 'json',
  'x-advanced': true,
  'x-order': 10,
});

export const silently = z.boolean().optional().meta({
  title: 'Without a sound',
  'x-advanced': true,
  'x-order': 11,
});

export const replyTo = messageId.optional().meta({ title: 'As a reply to', 'x-order': 5 });

/** Where inputs with other names than Telegram's go in a JSON body. */
export const replyPlace = { replyTo: { in: 'body', at: 'reply_parameters.message_id' } } as const;

const chat = z.looseObject({ id: z.number(), type: z.string().optional() });

export const message = z.looseObject({
  message_id: z.number().meta({ title: 'Message' }),
  date: z.number().optional(),
  chat: chat.optional(),
  from: z.looseObject({ id: z.number(), first_name: z.string().optional() }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
});

export const update = z.looseObject({
  update_id: z.number(),
  message: message.optional(),
  callback_query: z
    .looseObject({ id: z.string(), data: z.string().optional(), message: message.optional() })
    .optional(),
});

export const SAMPLE_MESSAGE = {
  message_id: 77,
  date: 1_767_600_000,
  chat: { id: 123_456_789, type: 'private' },
  from: { id: 123_456_789, first_name: 'Ada' },
  text: 'Where is order 1042?',
};
export const SAMPLE_UPDATE = { update_id: 900_001, message: SAMPLE_MESSAGE };
