/** Salesforce, by its REST API; the sign-in tells on which host the organisation lives. */
import { z } from 'zod';

import { defineConnector, oauth2Auth, readIcon } from '#sdk';

import { createRecords } from './collections.ts';
import { describeObject, externalIds, fields, objects, writableFields } from './describe.ts';
import { facts } from './network.ts';
import { query, search } from './query.ts';
import { createRecord, deleteRecord, getRecord, updateRecord, upsertRecord } from './records.ts';
import { recordChanged, recordCreated } from './triggers.ts';

const LOGIN = 'https://{config.loginHost}/services/oauth2';

export const salesforce = defineConnector({
  id: 'salesforce',
  version: '1.0.0',
  name: 'Salesforce',
  description: 'Find, create and change leads, accounts, opportunities and any other record.',
  kind: 'service',
  categories: ['CRM'],
  useCases: [
    'Make a lead of every form that is filled in.',
    'Keep accounts in step with a shop or an accounting system.',
    'Tell a channel when an opportunity is won.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#0176d3' },
  docsUrl: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  ...facts,
  config: z.strictObject({
    loginHost: z
      .string()
      .regex(/^([\w-]+\.)+salesforce\.com$/, 'is a host such as acme.my.salesforce.com')
      .default('login.salesforce.com')
      .meta({
        title: 'Where to sign in',
        description:
          'login.salesforce.com, test.salesforce.com for a sandbox, or the domain of the organisation.',
        'x-placeholder': 'acme.my.salesforce.com',
      }),
  }),
  auth: [
    oauth2Auth({
      title: 'Sign in to Salesforce',
      help: 'In Setup, open External Client App Manager and create an app with OAuth: the callback address shown here, the scopes "Manage user data via APIs (api)" and "Perform requests at any time (refresh_token)".',
      helpUrl:
        'https://help.salesforce.com/s/articleView?id=xcloud.create_a_local_external_client_app.htm',
      grant: 'code',
      authorizeUrl: `${LOGIN}/authorize`,
      tokenUrl: `${LOGIN}/token`,
      revokeUrl: `${LOGIN}/revoke`,
      clientAuth: 'post',
      scopes: [
        { name: 'api', title: 'Read and write data', default: true },
        { name: 'refresh_token', title: 'Stay signed in', default: true },
      ],
      keep: ['instance_url'],
      lifetimeS: 7200,
    }),
    oauth2Auth({
      id: 'client-credentials',
      title: 'As the user of an app',
      help: 'In the OAuth settings of the app enable the client credentials flow and choose the user it runs as. Where to sign in must then be the domain of the organisation.',
      grant: 'client_credentials',
      tokenUrl: `${LOGIN}/token`,
      clientAuth: 'post',
      keep: ['instance_url'],
      lifetimeS: 7200,
    }),
  ],
  test: {
    http: { method: 'GET', path: '/query', query: { q: 'SELECT Name FROM Organization' } },
    identity: 'records.0.Name',
  },
  actions: {
    query,
    search,
    getRecord,
    createRecord,
    updateRecord,
    upsertRecord,
    deleteRecord,
    createRecords,
    describeObject,
  },
  triggers: { recordCreated, recordChanged },
  options: { objects, fields, writableFields, externalIds },
});
