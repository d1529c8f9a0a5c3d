/** Telegram's Bot API. The token of the bot is a part of each address. */
import { z } from 'zod';

import { defineConnector, readIcon, signedAuth } from '#sdk';

import { getChat, pinChatMessage, sendLocation } from './chats.ts';
import { errorRules } from './error-rules.ts';
import { downloadFile, sendDocument, sendPhoto } from './files.ts';
import {
  answerCallbackQuery,
  deleteMessage,
  editMessageText,
  forwardMessage,
  sendMessage,
} from './messages.ts';
import { triggers } from './triggers.ts';

export const telegram = defineConnector({
  id: 'telegram',
  version: '1.0.0',
  kind: 'service',
  name: 'Telegram',
  description: 'Messages, files and buttons in Telegram, as a bot.',
  categories: ['Communication'],
  useCases: [
    'Answer customers who write to the bot.',
    'Send alarms and reports to a group.',
    'Ask for an approval by buttons.',
    'Take in photos and documents from the road.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#26a5e4' },
  docsUrl: 'https://core.telegram.org/bots/api',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://api.telegram.org',
    allowedHosts: ['api.telegram.org'],
    limits: [{ requests: 30, perS: 1 }],
    answers: { code: 'error_code', message: 'description' },
  },
  auth: [
    signedAuth(
      {
        id: 'bot',
        title: 'Token of a bot',
        help: 'Write /newbot to BotFather in Telegram; it answers with the token.',
        helpUrl: 'https://t.me/BotFather',
      },
      z.strictObject({
        token: z
          .string()
          .regex(/^\d+:[\w-]+$/, 'is like 123456:ABC-DEF')
          .meta({ title: 'Token', 'x-secret': true }),
      }),
    ),
  ],
  sign: {
    bot: (request, { token = '' }) => ({
      ...request,
      url: request.url.replace(
        /^(https:\/\/[^/]+)(\/file)?\//,
        (_, origin: string, file = '') => `${origin}${file}/bot${token}/`,
      ),
    }),
  },
  test: { http: { method: 'GET', path: '/getMe' }, identity: 'result.username' },
  actions: {
    sendMessage,
    editMessageText,
    deleteMessage,
    forwardMessage,
    answerCallbackQuery,
    sendPhoto,
    sendDocument,
    downloadFile,
    getChat,
    pinChatMessage,
    sendLocation,
  },
  triggers,
  errors: errorRules,
});
