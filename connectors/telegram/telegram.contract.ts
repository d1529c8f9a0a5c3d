import { z } from 'zod';

import type { Contract, Operation } from '#sdk/testing';

import { SAMPLE_MESSAGE, SAMPLE_UPDATE } from './fields.ts';

const chat = z.union([z.number().int(), z.string().regex(/^@\w+$|^-?\d+$/)]);
const mode = z.enum(['HTML', 'MarkdownV2', 'Markdown']).optional();
const flag = z.boolean().optional();
const markup = z.looseObject({}).optional();
const id = z.number().int();

const post = (body: z.ZodRawShape, result: unknown): Operation => ({
  body: z.strictObject(body),
  gives: { ok: true, result },
});
const get = (query: z.ZodRawShape, result: unknown): Operation => ({
  query: z.strictObject(query),
  gives: { ok: true, result },
});
// In a form everything is text, except the file itself.
const upload = (name: string): Operation => ({
  type: 'multipart/form-data',
  body: z.strictObject({
    chat_id: z.string(),
    [name]: z.union([z.url(), z.looseObject({ name: z.string(), size: z.number().min(1) })]),
    caption: z.string().max(1024).optional(),
    parse_mode: mode,
    disable_notification: z.enum(['true', 'false']).optional(),
  }),
  gives: { ok: true, result: SAMPLE_MESSAGE },
});

const methods: Record<string, Operation> = {
  'POST /sendMessage': {
    ...post(
      {
        chat_id: chat,
        text: z.string().min(1).max(4096),
        parse_mode: mode,
        reply_parameters: z.strictObject({ message_id: id }).optional(),
        reply_markup: markup,
        disable_notification: flag,
      },
      SAMPLE_MESSAGE,
    ),
    reply: ({ body }) => {
      if ((body as { chat_id: unknown }).chat_id !== '@nobody')
        return { body: { ok: true, result: SAMPLE_MESSAGE } };
      const description = 'Bad Request: chat not found';
      return { status: 400, body: { ok: false, error_code: 400, description } };
    },
  },
  'POST /editMessageText': post(
    { chat_id: chat, message_id: id, text: z.string(), parse_mode: mode, reply_markup: markup },
    SAMPLE_MESSAGE,
  ),
  'POST /deleteMessage': post({ chat_id: chat, message_id: id }, true),
  'POST /forwardMessage': post(
    { chat_id: chat, from_chat_id: chat, message_id: id, disable_notification: flag },
    SAMPLE_MESSAGE,
  ),
  'POST /answerCallbackQuery': post(
    { callback_query_id: z.string(), text: z.string().max(200).optional(), show_alert: flag },
    true,
  ),
  'POST /sendPhoto': upload('photo'),
  'POST /sendDocument': upload('document'),
  'GET /getFile': get({ file_id: z.string() }, { file_path: 'documents/file_1.pdf' }),
  'GET /getChat': get({ chat_id: z.string() }, { id: 1, type: 'private' }),
  'POST /pinChatMessage': post({ chat_id: chat, message_id: id, disable_notification: flag }, true),
  'POST /sendLocation': post(
    { chat_id: chat, latitude: z.number(), longitude: z.number(), disable_notification: flag },
    SAMPLE_MESSAGE,
  ),
  'GET /getUpdates': get({ offset: z.string().optional(), limit: z.string().optional() }, [
    SAMPLE_UPDATE,
  ]),
  'POST /setWebhook': post(
    {
      url: z.url(),
      secret_token: z.string().regex(/^[\w-]{1,256}$/),
      allowed_updates: z.array(z.string()),
    },
    true,
  ),
  'POST /deleteWebhook': { gives: { ok: true, result: true } },
  'GET /getMe': get({}, { id: 1, is_bot: true, username: 'harbour_bot' }),
};

/** Telegram's Bot API as far as this connector uses it, after its reference. The token is in the path. */
export const contract: Contract = {
  headers: {},
  operations: {
    ...Object.fromEntries(
      Object.entries(methods).map(([name, operation]) => [
        name.replace(' ', ' /bot123456:ABC-DEF'),
        operation,
      ]),
    ),
    'GET /file/bot123456:ABC-DEF/documents/file_1.pdf': {
      reply: () => ({ headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4' }),
    },
  },
};
