/**
 * Xero's accounting. A sign-in covers one organisation or several; a connection works in the one
 * that its setting `tenant` names.
 */
import { z } from 'zod';

import { defineConnector, readIcon } from '#sdk';

import { xeroAuth } from './auth.ts';
import { createBankTransaction } from './bank-transactions.ts';
import { createItem, listAccounts, listItems } from './chart-and-items.ts';
import { createContact, getContact, listContacts, updateContact } from './contacts.ts';
import { errorRules } from './error-rules.ts';
import { options } from './options.ts';
import { createPayment, listPayments } from './payments.ts';
import { getInvoice, getInvoicePdf, listInvoices } from './read-invoices.ts';
import { addInvoiceNote, attachFile, emailInvoice, getOnlineInvoice } from './send-invoices.ts';
import { triggers } from './triggers.ts';
import { createInvoice, updateInvoice } from './write-invoices.ts';

export const xero = defineConnector({
  id: 'xero',
  version: '1.0.0',
  kind: 'service',
  name: 'Xero',
  description: 'Invoices, bills, contacts and payments of an organisation in Xero.',
  categories: ['Accounting'],
  useCases: [
    'Create an invoice for every order, and mail it to the customer.',
    'Keep customers in the CRM and in the books the same.',
    'Record a payment as soon as the payment provider reports it.',
    'Turn receipts into bills with the file attached.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#13b5ea' },
  docsUrl: 'https://developer.xero.com/documentation/api/accounting/overview',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://api.xero.com/api.xro/2.0',
    allowedHosts: ['api.xero.com'],
    headers: { 'xero-tenant-id': '{config.tenant}', Accept: 'application/json' },
    limits: [
      { requests: 60, perS: 60 },
      { requests: 5000, perS: 24 * 3600 },
    ],
    answers: {
      code: 'Type',
      message: ['Elements.0.ValidationErrors.0.Message', 'Message', 'Detail'],
    },
  },
  config: z.strictObject({
    tenant: z.string().optional().meta({
      title: 'Organisation',
      description: 'The organisation to work in, of those that the sign-in covers.',
      'x-options': 'tenants',
    }),
  }),
  auth: [xeroAuth],
  test: { http: { method: 'GET', path: '/Organisation' }, identity: 'Organisations.0.Name' },
  actions: {
    createInvoice,
    updateInvoice,
    getInvoice,
    listInvoices,
    getInvoicePdf,
    emailInvoice,
    getOnlineInvoice,
    addInvoiceNote,
    attachFile,
    createContact,
    updateContact,
    getContact,
    listContacts,
    createPayment,
    listPayments,
    listAccounts,
    listItems,
    createItem,
    createBankTransaction,
  },
  triggers,
  options,
  errors: errorRules,
});
