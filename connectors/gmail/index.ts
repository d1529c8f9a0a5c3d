/** Gmail, by version 1 of its API, for the mailbox of the account that signs in. */
import { defineConnector, googleSignIn, readIcon } from '#sdk';

import { getAttachment } from './attachment.ts';
import { errorRules } from './error-rules.ts';
import { findMessages, getMessage } from './find.ts';
import { changeLabels, createLabel, labels, trashMessage } from './labels.ts';
import { createDraft, replyToMessage, sendMessage } from './send.ts';
import { messageReceived } from './triggers.ts';

export const gmail = defineConnector({
  id: 'gmail',
  version: '1.0.0',
  name: 'Gmail',
  description: 'Send, find, read and label the mail of a Google account.',
  kind: 'service',
  categories: ['Calendar and mail', 'Communication'],
  useCases: [
    'Send a confirmation when an order comes in.',
    'Put the attachments of incoming invoices into a folder or an accounting system.',
    'Draft answers that a person checks before they are sent.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#ea4335' },
  docsUrl: 'https://developers.google.com/workspace/gmail/api/reference/rest',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://gmail.googleapis.com/gmail/v1',
    allowedHosts: ['gmail.googleapis.com'],
    answers: { code: ['error.errors.0.reason', 'error.status'], message: 'error.message' },
  },
  auth: [
    googleSignIn(
      [
        {
          name: 'https://www.googleapis.com/auth/gmail.modify',
          title: 'Read, write and send mail, but not delete it for good',
          default: true,
        },
      ],
      'Gmail',
    ),
  ],
  test: { http: { method: 'GET', path: '/users/me/profile' }, identity: 'emailAddress' },
  actions: {
    sendMessage,
    createDraft,
    replyToMessage,
    findMessages,
    getMessage,
    getAttachment,
    changeLabels,
    trashMessage,
    createLabel,
  },
  triggers: { messageReceived },
  options: { labels },
  errors: errorRules,
});
