/** Any GraphQL API: errors come in an answer of 200 there, and are failures here. */
import { z } from 'zod';

import { apiKeyAuth, basicAuth, bearerAuth, defineConnector, noAuth, readIcon } from '#sdk';

import { errorRules } from './error-rules.ts';
import { mutate, query, queryList, SEND } from './operations.ts';

export const graphql = defineConnector({
  id: 'graphql',
  version: '1.0.0',
  name: 'GraphQL',
  description: 'Run queries and mutations of any GraphQL API.',
  kind: 'protocol',
  categories: ['Core', 'Developer tools'],
  useCases: [
    'Use an API that speaks GraphQL and has no connector of its own.',
    'Read exactly the fields that a flow needs, in one request.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#e10098' },
  docsUrl: 'https://graphql.org/learn/serving-over-http/',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: '{config.endpoint}',
    allowedHosts: ['{config.endpoint}'],
    answers: {
      failedWhen: { path: 'errors' },
      code: ['errors.0.extensions.code', 'errors.0.type'],
      message: 'errors.0.message',
    },
  },
  config: z.strictObject({
    endpoint: z
      .url({ protocol: /^https?$/ })
      .meta({ title: 'Address', 'x-placeholder': 'https://api.example.com/graphql' }),
  }),
  auth: [
    noAuth(),
    bearerAuth(),
    apiKeyAuth({ place: 'header', title: 'API key in a header' }),
    basicAuth(),
  ],
  test: {
    http: { ...SEND, body: { type: 'json', fixed: { query: '{ __typename }' } } },
    identity: 'data.__typename',
  },
  actions: { query, mutate, queryList },
  errors: errorRules,
});
