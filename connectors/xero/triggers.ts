import { z } from 'zod';

import { definePollTrigger, defineWebhookTrigger } from '#sdk';

import { changedRecords } from './changed-records.ts';
import {
  contact,
  invoice,
  payment,
  SAMPLE_CONTACT,
  SAMPLE_INVOICE,
  SAMPLE_PAYMENT,
} from './records.ts';

const event = z.looseObject({
  resourceUrl: z.string(),
  resourceId: z.string(),
  eventDateUtc: z.string(),
  eventType: z.string(),
  eventCategory: z.string(),
  tenantId: z.string(),
  tenantType: z.string().optional(),
});

/** What Xero itself reports: ids only, of all organisations of the application. */
const webhook = defineWebhookTrigger({
  title: 'When Xero reports a change',
  description: 'Xero sends the id of each contact or invoice that was created or changed.',
  tags: ['webhook', 'invoice', 'contact', 'created', 'updated'],
  input: z.strictObject({
    category: z
      .enum(['INVOICE', 'CONTACT'])
      .optional()
      .meta({
        title: 'Of what',
        description: 'Empty takes all that the application reports.',
        'x-enumTitles': ['Invoices', 'Contacts'],
      }),
  }),
  payload: event,
  sample: {
    resourceUrl: `https://api.xero.com/api.xro/2.0/Invoices/${SAMPLE_INVOICE.InvoiceID}`,
    resourceId: SAMPLE_INVOICE.InvoiceID,
    eventDateUtc: '2026-01-01T00:00:00.000',
    eventType: 'CREATE',
    eventCategory: 'INVOICE',
    tenantId: 'b9c3f5b6-d7e8-4079-8ec4-d37f5ece0299',
    tenantType: 'ORGANISATION',
  },
  verify: { from: 'x-xero-signature', algorithm: 'sha256', encoding: 'base64', text: '{body}' },
  items: 'events',
  deliveryId: 'body.resourceId body.eventType body.eventDateUtc',
  event: { from: 'body.eventCategory', input: 'category' },
  secret: { from: 'person', help: 'The webhooks key, on the page Webhooks of your app.' },
  instructions:
    'In the Xero developer portal open your app, then Webhooks: choose the events, enter the address as delivery URL and save. Set the webhooks key here and publish, then press "Send intent to receive" there.',
});

const changed = {
  everyS: 300,
  key: 'changeKey',
  order: 'asc' as const,
  input: z.strictObject({}),
};

const marks = { changeKey: z.string(), ChangedAt: z.string() };
const marked = {
  changeKey: 'id at time of the change',
  ChangedAt: '2026-01-01T00:00:00.000Z',
};

const invoices = definePollTrigger({
  ...changed,
  title: 'When an invoice is created or changed',
  description: 'Looks for sales invoices and bills that are new or were changed, paid or voided.',
  tags: ['bill', 'new', 'paid', 'updated'],
  input: z.strictObject({
    Type: z
      .enum(['ACCREC', 'ACCPAY'])
      .optional()
      .meta({
        title: 'Kind',
        description: 'Empty takes both.',
        'x-enumTitles': ['Sales invoice', 'Bill'],
      }),
  }),
  payload: invoice.extend(marks),
  sample: { ...SAMPLE_INVOICE, ...marked },
  poll: (ctx, look) =>
    changedRecords(ctx, look, {
      path: '/Invoices',
      items: 'Invoices',
      id: 'InvoiceID',
      where: ctx.input.Type && `Type == "${ctx.input.Type}"`,
    }),
});

const contacts = definePollTrigger({
  ...changed,
  title: 'When a contact is created or changed',
  description: 'Looks for customers and suppliers that are new or were changed.',
  tags: ['customer', 'supplier', 'new', 'updated'],
  payload: contact.extend(marks),
  sample: { ...SAMPLE_CONTACT, ...marked },
  poll: (ctx, look) =>
    changedRecords(ctx, look, { path: '/Contacts', items: 'Contacts', id: 'ContactID' }),
});

const payments = definePollTrigger({
  ...changed,
  title: 'When a payment is recorded or changed',
  description: 'Looks for payments of invoices and bills that are new or were removed.',
  tags: ['paid', 'new', 'money'],
  payload: payment.extend(marks),
  sample: { ...SAMPLE_PAYMENT, ...marked },
  poll: (ctx, look) =>
    changedRecords(ctx, look, { path: '/Payments', items: 'Payments', id: 'PaymentID' }),
});

export const triggers = { webhook, invoices, contacts, payments };
