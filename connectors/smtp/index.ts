/**
 * The SMTP connector: mail through any server. The address is checked before a socket is opened, and
 * the certificate must be for the name that the person gave.
 */
import { defineConnector, parseWith, readIcon } from '#sdk';

import { smtpAuth, smtpConfig } from './config.ts';
import { errorRules } from './error-rules.ts';
import { send } from './send.ts';
import { withTransport } from './with-transport.ts';

export const smtp = defineConnector({
  id: 'smtp',
  version: '1.0.0',
  kind: 'protocol',
  name: 'SMTP',
  description: 'Send mail through any mail server.',
  categories: ['Calendar and mail', 'Communication'],
  useCases: [
    'Tell a person when something happens or goes wrong.',
    'Send an invoice or a report as an attachment.',
    'Answer a message in its conversation.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#b45309' },
  docsUrl: 'https://www.rfc-editor.org/rfc/rfc5321',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: smtpConfig,
  auth: smtpAuth,
  actions: { send },
  errors: errorRules,
  test: async (ctx) => {
    const config = parseWith(smtpConfig, ctx.config);
    await withTransport({ ...ctx, config }, (transport) => transport.verify());
    const user = ctx.credential?.fields.user;
    return { identity: user ? `${user} at ${config.host}` : config.host };
  },
});
