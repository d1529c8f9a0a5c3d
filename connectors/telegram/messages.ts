import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  chatId,
  message,
  messageId,
  parseMode,
  replyMarkup,
  replyPlace,
  replyTo,
  SAMPLE_MESSAGE,
  silently,
  text,
} from './fields.ts';

const CHAT = { chat_id: SAMPLE_MESSAGE.chat.id };

/** Writes into a chat. */
export const sendMessage = defineHttpAction({
  title: 'Send a message',
  description: 'Writes to a person, a group or a channel; people must have started the bot.',
  tags: ['post', 'chat', 'notify', 'reply'],
  docsUrl: 'https://core.telegram.org/bots/api#sendmessage',
  input: z.strictObject({
    chat_id: chatId,
    text,
    parse_mode: parseMode,
    replyTo,
    reply_markup: replyMarkup,
    disable_notification: silently,
  }),
  output: message,
  sample: { ...CHAT, text: 'Order 1042 is on its way.' },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false },
  http: { method: 'POST', path: '/sendMessage', params: replyPlace, result: 'result' },
});

/** Changes a message of the bot's own. */
export const editMessageText = defineHttpAction({
  title: 'Change a message',
  description: 'Replaces text and buttons of a message that the bot has sent.',
  tags: ['edit', 'update'],
  docsUrl: 'https://core.telegram.org/bots/api#editmessagetext',
  input: z.strictObject({
    chat_id: chatId,
    message_id: messageId,
    text,
    parse_mode: parseMode,
    reply_markup: replyMarkup,
  }),
  output: message,
  sample: { ...CHAT, message_id: 77, text: 'Order 1042 is there.' },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false, idempotent: true },
  http: { method: 'POST', path: '/editMessageText', result: 'result' },
});

/** Removes a message. */
export const deleteMessage = defineHttpAction({
  title: 'Delete a message',
  description: 'Removes a message that is not older than 48 hours.',
  tags: ['remove'],
  docsUrl: 'https://core.telegram.org/bots/api#deletemessage',
  input: z.strictObject({ chat_id: chatId, message_id: messageId }),
  output: z.boolean(),
  sample: { ...CHAT, message_id: 77 },
  sampleOutput: true,
  effects: { reads: false, destructive: true },
  http: { method: 'POST', path: '/deleteMessage', result: 'result' },
});

/** Passes a message on. */
export const forwardMessage = defineHttpAction({
  title: 'Forward a message',
  description: 'Passes a message on to another chat, with the name of who wrote it.',
  tags: ['pass on', 'share'],
  docsUrl: 'https://core.telegram.org/bots/api#forwardmessage',
  input: z.strictObject({
    chat_id: chatId.meta({ title: 'To the chat' }),
    from_chat_id: chatId.meta({ title: 'From the chat', 'x-order': 2 }),
    message_id: messageId.meta({ 'x-order': 3 }),
    disable_notification: silently,
  }),
  output: message,
  sample: { chat_id: '@harbour_books', from_chat_id: CHAT.chat_id, message_id: 77 },
  sampleOutput: SAMPLE_MESSAGE,
  effects: { reads: false },
  http: { method: 'POST', path: '/forwardMessage', result: 'result' },
});

/** Says that a press of a button was heard. */
export const answerCallbackQuery = defineHttpAction({
  title: 'Answer a button',
  description: 'Ends the waiting of whoever pressed a button, with words if you like.',
  tags: ['callback', 'inline keyboard', 'approve'],
  docsUrl: 'https://core.telegram.org/bots/api#answercallbackquery',
  input: z.strictObject({
    callback_query_id: z.string().min(1).meta({
      title: 'Press',
      description: 'The id of callback_query in the trigger.',
      'x-order': 1,
    }),
    text: z.string().max(200).optional().meta({ title: 'Text', 'x-order': 2 }),
    show_alert: z.boolean().optional().meta({ title: 'In a window', 'x-order': 3 }),
  }),
  output: z.boolean(),
  sample: { callback_query_id: '4382bfdwdsb323b2d9', text: 'Approved.' },
  sampleOutput: true,
  effects: { reads: false, idempotent: true },
  http: { method: 'POST', path: '/answerCallbackQuery', result: 'result' },
});
