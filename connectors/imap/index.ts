/**
 * The IMAP connector: the messages of a mailbox. One connection for each step, closed with it; the
 * address is checked first, and the certificate must be for the name that the person gave.
 */
import { defineConnector, parseWith, readIcon } from '#sdk';

import {
  copyMessages,
  createMailbox,
  deleteMessages,
  moveMessages,
  setFlags,
} from './change-messages.ts';
import { imapAuth, imapConfig } from './config.ts';
import { errorRules } from './error-rules.ts';
import { getMessage } from './get-message.ts';
import { listMailboxes, mailboxes } from './list-mailboxes.ts';
import { search } from './search.ts';
import { newMessage } from './triggers.ts';
import { withServer } from './with-mailbox.ts';

export const imap = defineConnector({
  id: 'imap',
  version: '1.0.0',
  kind: 'protocol',
  name: 'IMAP',
  description: 'Read and sort the mail of any mailbox.',
  categories: ['Calendar and mail', 'Communication'],
  useCases: [
    'Take the attachments of incoming invoices to where they belong.',
    'Make a ticket of each message to support.',
    'Sort mail by rules that a mail program does not know.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#1d4ed8' },
  docsUrl: 'https://www.rfc-editor.org/rfc/rfc9051',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: imapConfig,
  auth: imapAuth,
  actions: {
    listMailboxes,
    search,
    getMessage,
    moveMessages,
    copyMessages,
    setFlags,
    deleteMessages,
    createMailbox,
  },
  triggers: { newMessage },
  options: { mailboxes },
  errors: errorRules,
  test: async (ctx) => {
    const config = parseWith(imapConfig, ctx.config);
    await withServer({ ...ctx, config }, (client) => client.noop());
    return { identity: `${ctx.credential?.fields.user} at ${config.host}` };
  },
});
