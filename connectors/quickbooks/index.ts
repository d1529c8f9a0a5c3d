/** QuickBooks Online, by version 3 of its accounting API, for one company. */
import { z } from 'zod';

import { defineConnector, oauth2Auth, readIcon } from '#sdk';

import { createBill } from './bills.ts';
import { updateCustomer, voidInvoice } from './change-records.ts';
import { createEstimate, createSalesReceipt } from './estimates-and-receipts.ts';
import { VERSION } from './fields.ts';
import { accounts, customers, items, vendors } from './live-options.ts';
import { facts } from './network.ts';
import { recordPayment } from './payments.ts';
import { findRecords, getRecord } from './records.ts';
import { recordReported } from './reported.ts';
import { createCustomer, createInvoice, getInvoicePdf, sendInvoice } from './sales.ts';
import { recordChanged } from './triggers.ts';

export const quickbooks = defineConnector({
  id: 'quickbooks',
  version: '1.0.0',
  name: 'QuickBooks',
  description: 'Keep customers, invoices, payments and bills of QuickBooks Online.',
  kind: 'service',
  categories: ['Accounting'],
  useCases: [
    'Make and send an invoice when a job is done.',
    'Book payments of a shop to their invoices.',
    'Start a flow when an invoice is created or paid.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#2ca01c' },
  docsUrl:
    'https://developer.intuit.com/app/developer/qbo/docs/api/accounting/all-entities/account',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  ...facts,
  config: z.strictObject({
    host: z
      .enum(['quickbooks.api.intuit.com', 'sandbox-quickbooks.api.intuit.com'])
      .default('quickbooks.api.intuit.com')
      .meta({ title: 'Environment', 'x-enumTitles': ['Production', 'Sandbox'] }),
  }),
  auth: [
    oauth2Auth({
      title: 'Sign in with Intuit',
      help: 'Create an app in the Intuit developer portal, add the redirect address shown here, and take the keys of its environment.',
      helpUrl: 'https://developer.intuit.com/app/developer/dashboard',
      grant: 'code',
      authorizeUrl: 'https://appcenter.intuit.com/connect/oauth2',
      tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
      revokeUrl: 'https://developer.api.intuit.com/v2/oauth2/tokens/revoke',
      clientAuth: 'basic',
      scopes: [
        {
          name: 'com.intuit.quickbooks.accounting',
          title: 'Read and write the books',
          default: true,
        },
      ],
      lifetimeS: 3600,
      refreshLifetimeS: 8_726_400,
      rotates: true,
      // The company the person chose stands beside the code.
      keep: ['realmId'],
    }),
  ],
  test: {
    http: { method: 'GET', path: '/companyinfo/{account.realmId}', query: VERSION },
    identity: 'CompanyInfo.CompanyName',
  },
  actions: {
    createInvoice,
    sendInvoice,
    getInvoicePdf,
    recordPayment,
    createCustomer,
    createEstimate,
    createSalesReceipt,
    updateCustomer,
    voidInvoice,
    createBill,
    findRecords,
    getRecord,
  },
  triggers: { recordReported, recordChanged },
  options: { customers, vendors, items, accounts },
});
