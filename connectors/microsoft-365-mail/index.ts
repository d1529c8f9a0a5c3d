/** The mail of Microsoft 365 and Outlook.com, over Microsoft Graph 1.0. */
import { z } from 'zod';

import { defineConnector, microsoftSignIn, microsoftTenant, readIcon } from '#sdk';

import { getAttachment, listAttachments } from './attachments.ts';
import { deleteMessage, folders, moveMessage, updateMessage } from './change.ts';
import { errorRules } from './error-rules.ts';
import { getMessage, listMessages, searchMessages } from './find.ts';
import { createDraft, forwardMessage, replyToMessage, sendMail } from './send.ts';
import { messageReceived, messageTold } from './triggers.ts';

export const microsoftMail = defineConnector({
  id: 'microsoft-365-mail',
  version: '1.0.0',
  name: 'Microsoft 365 Mail',
  description: 'Send, find, read and sort the mail of a Microsoft 365 or Outlook.com account.',
  kind: 'service',
  categories: ['Calendar and mail', 'Communication'],
  useCases: [
    'Send a confirmation when an order comes in.',
    'File the attachments of invoices, then move the messages to the archive.',
    'Draft answers that a person checks before they are sent.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#0f6cbd' },
  docsUrl: 'https://learn.microsoft.com/en-us/graph/api/resources/mail-api-overview',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://graph.microsoft.com/v1.0',
    allowedHosts: ['graph.microsoft.com'],
    // Without it the id of a message changes when it is moved.
    headers: { Prefer: 'IdType="ImmutableId"' },
    limits: [{ requests: 10_000, perS: 600 }],
    answers: { code: 'error.code', message: 'error.message' },
  },
  config: z.strictObject({ tenant: microsoftTenant }),
  auth: [
    microsoftSignIn([
      { name: 'Mail.ReadWrite', title: 'Read and change mail', default: true },
      { name: 'Mail.Send', title: 'Send mail', default: true },
    ]),
  ],
  test: {
    http: { method: 'GET', path: '/me', query: { $select: 'displayName,userPrincipalName' } },
    identity: 'userPrincipalName',
  },
  actions: {
    sendMail,
    createDraft,
    replyToMessage,
    forwardMessage,
    listMessages,
    searchMessages,
    getMessage,
    listAttachments,
    getAttachment,
    updateMessage,
    moveMessage,
    deleteMessage,
  },
  triggers: { messageTold, messageReceived },
  options: { folders },
  errors: errorRules,
});
