/** SendGrid, by version 3 of its API. */
import { z } from 'zod';

import { bearerAuth, defineConnector, readIcon } from '#sdk';

import { createList, findContacts, upsertContact } from './contacts.ts';
import { errorRules } from './error-rules.ts';
import { lists, senders, templates } from './live-options.ts';
import { mailReported } from './reported.ts';
import { sendMail, sendTemplate } from './send.ts';
import { getStatistics, listSuppressions, removeSuppression, unsubscribe } from './suppressions.ts';
import { addressSuppressed, unsubscribed } from './triggers.ts';

export const sendgrid = defineConnector({
  id: 'sendgrid',
  version: '1.0.0',
  name: 'SendGrid',
  description: 'Send mail from templates or texts, keep contacts, and learn what bounced.',
  kind: 'service',
  categories: ['Communication', 'Calendar and mail'],
  useCases: [
    'Send confirmations and invoices by a template.',
    'Put new customers on the list of the newsletter.',
    'Mark addresses that bounce in the CRM.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#1a82e2' },
  docsUrl: 'https://www.twilio.com/docs/sendgrid/api-reference',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://{config.host}',
    allowedHosts: ['api.sendgrid.com', 'api.eu.sendgrid.com'],
    limits: [{ requests: 600, perS: 60 }],
    answers: { code: 'errors.0.field', message: ['errors.0.message', 'error'] },
  },
  config: z.strictObject({
    host: z
      .enum(['api.sendgrid.com', 'api.eu.sendgrid.com'])
      .default('api.sendgrid.com')
      .meta({ title: 'Region', 'x-enumTitles': ['Global', 'Europe'], 'x-advanced': true }),
  }),
  auth: [
    bearerAuth({
      title: 'API key',
      help: 'Create a key with the rights your flows need. To test the connection it needs to read the user account.',
      helpUrl: 'https://app.sendgrid.com/settings/api_keys',
    }),
  ],
  test: { http: { method: 'GET', path: '/v3/user/email' }, identity: 'email' },
  actions: {
    sendMail,
    sendTemplate,
    upsertContact,
    findContacts,
    createList,
    listSuppressions,
    removeSuppression,
    unsubscribe,
    getStatistics,
  },
  triggers: { mailReported, addressSuppressed, unsubscribed },
  options: { templates, lists, senders },
  errors: errorRules,
});
