/** Stripe: payments, customers, invoices and subscriptions. Writes carry the key of the step. */
import { bearerAuth, defineConnector, readIcon } from '#sdk';

import {
  createCustomer,
  getCustomer,
  listCustomers,
  searchCustomers,
  updateCustomer,
} from './customers.ts';
import { errorRules } from './error-rules.ts';
import {
  createInvoice,
  createInvoiceItem,
  finalizeInvoice,
  listInvoices,
  sendInvoice,
} from './invoices.ts';
import { options } from './options.ts';
import { createPaymentIntent, createRefund, getPaymentIntent, listCharges } from './payments.ts';
import {
  cancelSubscription,
  createCheckoutSession,
  createPaymentLink,
  createSubscription,
  listSubscriptions,
} from './selling.ts';
import { triggers } from './triggers.ts';

export const stripe = defineConnector({
  id: 'stripe',
  version: '1.0.0',
  kind: 'service',
  name: 'Stripe',
  description: 'Payments, customers, invoices and subscriptions of a Stripe account.',
  categories: ['Payments'],
  useCases: [
    'Enter a payment in the books as soon as it succeeds.',
    'Send a payment link with every order confirmation.',
    'Refund when a return arrives in the warehouse.',
    'Tell the account manager when a subscription is not paid.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#635bff' },
  docsUrl: 'https://docs.stripe.com/api',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://api.stripe.com/v1',
    allowedHosts: ['api.stripe.com'],
    headers: { 'Stripe-Version': '2024-06-20' },
    limits: [{ requests: 25, perS: 1 }],
    answers: { code: 'error.code', message: 'error.message' },
  },
  auth: [
    bearerAuth({
      id: 'key',
      title: 'Secret or restricted key',
      help: 'In the dashboard under Developers, API keys. A restricted key with only the rights you need is safer.',
      helpUrl: 'https://dashboard.stripe.com/apikeys',
    }),
  ],
  test: { http: { method: 'GET', path: '/account' }, identity: 'id' },
  actions: {
    createCustomer,
    updateCustomer,
    getCustomer,
    listCustomers,
    searchCustomers,
    createPaymentIntent,
    getPaymentIntent,
    listCharges,
    createRefund,
    createInvoice,
    createInvoiceItem,
    finalizeInvoice,
    sendInvoice,
    listInvoices,
    createPaymentLink,
    createCheckoutSession,
    createSubscription,
    cancelSubscription,
    listSubscriptions,
  },
  triggers,
  options,
  errors: errorRules,
});
