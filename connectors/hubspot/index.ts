/** HubSpot's CRM by its objects API 3. */
import { defineConnector, readIcon } from '#sdk';

import { addNote } from './add-note.ts';
import { hubSpotAuth } from './auth.ts';
import {
  createCompany,
  createContact,
  createDeal,
  createTicket,
  upsertContact,
} from './create-records.ts';
import { errorRules } from './error-rules.ts';
import { options } from './options.ts';
import {
  archiveRecord,
  associateRecords,
  getRecord,
  listOwners,
  searchRecords,
  updateRecord,
} from './records.ts';
import { triggers } from './triggers.ts';

export const hubspot = defineConnector({
  id: 'hubspot',
  version: '1.0.0',
  kind: 'service',
  name: 'HubSpot',
  description: 'Contacts, companies, deals and tickets of a HubSpot account.',
  categories: ['CRM'],
  useCases: [
    'Keep contacts the same in HubSpot, the shop and the newsletter.',
    'Open a deal for every request from the website.',
    'Create an invoice when a deal is won.',
    'Write what happens elsewhere into the timeline of a contact.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#ff7a59' },
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/overview',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://api.hubapi.com',
    allowedHosts: ['api.hubapi.com'],
    limits: [{ requests: 100, perS: 10 }],
    answers: { code: 'category', message: 'message' },
  },
  auth: hubSpotAuth,
  test: { http: { method: 'GET', path: '/account-info/v3/details' }, identity: 'portalId' },
  actions: {
    createContact,
    upsertContact,
    createCompany,
    createDeal,
    createTicket,
    updateRecord,
    getRecord,
    searchRecords,
    archiveRecord,
    associateRecords,
    addNote,
    listOwners,
  },
  triggers,
  options,
  errors: errorRules,
});
