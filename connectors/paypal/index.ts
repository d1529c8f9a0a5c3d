/** PayPal, by its REST APIs, for the account an application belongs to. */
import { z } from 'zod';

import { defineConnector, oauth2Auth, readIcon, sendHttp } from '#sdk';

import { createInvoice, sendInvoice } from './invoices.ts';
import { facts } from './network.ts';
import { captureOrder, createOrder, getOrder } from './orders.ts';
import { createPayout, getCapture, listTransactions, refundCapture } from './payments.ts';
import { changeSubscription, getSubscription } from './subscriptions.ts';
import { eventHappened, eventReported } from './triggers.ts';

export const paypal = defineConnector({
  id: 'paypal',
  version: '1.0.0',
  name: 'PayPal',
  description: 'Take payments, refund them, send invoices and pay out.',
  kind: 'service',
  categories: ['Payments'],
  useCases: [
    'Take the money when an order is shipped, and give it back when it is returned.',
    'Send an invoice for every finished job.',
    'Book what came in into an accounting system.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#002991' },
  docsUrl: 'https://developer.paypal.com/api/rest/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  ...facts,
  config: z.strictObject({
    host: z
      .enum(['api-m.paypal.com', 'api-m.sandbox.paypal.com'])
      .default('api-m.paypal.com')
      .meta({ title: 'Environment', 'x-enumTitles': ['Live', 'Sandbox'] }),
  }),
  auth: [
    oauth2Auth({
      title: 'Application',
      help: 'Create a REST application and take its client id and secret; live and sandbox have their own.',
      helpUrl: 'https://developer.paypal.com/dashboard/applications',
      grant: 'client_credentials',
      tokenUrl: 'https://{config.host}/v1/oauth2/token',
      clientAuth: 'basic',
      keep: ['app_id'],
      lifetimeS: 32_400,
    }),
  ],
  test: async (ctx) => {
    const path = '/v1/notifications/webhooks-event-types';
    await sendHttp(facts, { method: 'GET', path }, ctx);
    const where = ctx.config.host === 'api-m.sandbox.paypal.com' ? 'sandbox' : 'live';
    return { identity: `${ctx.account.app_id ?? 'Application'} (${where})` };
  },
  actions: {
    createOrder,
    getOrder,
    captureOrder,
    getCapture,
    refundCapture,
    createInvoice,
    sendInvoice,
    createPayout,
    listTransactions,
    getSubscription,
    changeSubscription,
  },
  triggers: { eventReported, eventHappened },
  options: {
    invoices: {
      http: { method: 'GET', path: '/v2/invoicing/invoices', query: { page_size: '100' } },
      items: 'items',
      label: '{detail.invoice_number} ({status})',
    },
  },
});
