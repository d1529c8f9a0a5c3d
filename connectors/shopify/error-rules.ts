import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { code: 'THROTTLED' },
    title: 'Cost of queries used up',
    hint: 'Shopify refills it every second; Patchbay waits and tries again.',
    kind: 'rate_limited',
  },
  {
    when: { code: 'ACCESS_DENIED' },
    title: 'Right missing',
    hint: 'Give the app the scope that the message names, install it again, and renew the token.',
  },
  {
    when: { code: 'MAX_COST_EXCEEDED' },
    title: 'Too much at once',
    hint: 'Ask for fewer items.',
    kind: 'invalid_input',
  },
  {
    when: { says: 'has already been taken' },
    title: 'Exists already',
    hint: 'Find the customer first: the mail address or the number belongs to another one.',
    kind: 'invalid_input',
  },
  {
    when: { status: [200] },
    title: 'Shopify does not accept this',
    hint: 'The message says which value is wrong.',
    kind: 'invalid_input',
  },
  {
    when: { status: [401] },
    title: 'Not signed in',
    hint: 'Check the token or the client of the app, and that it is installed in this shop.',
  },
  {
    when: { status: [402, 423] },
    title: 'The shop is closed',
    hint: 'Its plan is not paid, or Shopify has locked it.',
  },
  {
    when: { status: [404] },
    title: 'No such shop',
    hint: 'Check the name of the shop in the connection: it is what stands before .myshopify.com.',
  },
];
