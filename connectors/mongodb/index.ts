/** The MongoDB connector, by the official driver; it talks to the one address that was checked. */
import { defineConnector, noAuth, readIcon } from '#sdk';

import { mongoConfig, userAuth } from './config.ts';
import { errorRules } from './error-rules.ts';
import { aggregate, find } from './read-documents.ts';
import { collections, newDocument } from './triggers.ts';
import { mongoContext, withMongo } from './with-mongo.ts';
import { deleteDocuments, insert, update, upsert } from './write-documents.ts';

export const mongodb = defineConnector({
  id: 'mongodb',
  version: '1.0.0',
  name: 'MongoDB',
  description: 'Read and write the documents of a MongoDB database.',
  kind: 'protocol',
  categories: ['Databases'],
  useCases: [
    'Keep a collection of customers in step with a CRM.',
    'Start a flow for each new document.',
    'Put the totals of a day into a report.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#116149' },
  docsUrl: 'https://www.mongodb.com/docs/manual/crud/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.host}'] },
  config: mongoConfig,
  auth: [userAuth, noAuth()],
  actions: { find, aggregate, insert, upsert, update, delete: deleteDocuments },
  triggers: { newDocument },
  options: { collections },
  errors: errorRules,
  test: (ctx) => {
    const checked = mongoContext(ctx);
    return withMongo(checked, async (database) => {
      // Unlike a ping, it needs the log-in to be good.
      await database.listCollections({}, { nameOnly: true }).toArray();
      return { identity: `${database.databaseName} at ${checked.config.host}` };
    });
  },
});
