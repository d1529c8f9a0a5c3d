import type { ConnectorDefinition } from '#sdk';

/** Stripe's own codes, and what to do about them. */
export const errorRules: ConnectorDefinition['errors'] = [
  {
    when: { status: [401] },
    title: 'The key is not valid',
    hint: 'Open the connection and enter a key of this account again; test and live keys are different.',
  },
  {
    when: { status: [403] },
    title: 'The key may not do this',
    hint: 'A restricted key needs the right for this resource: add it in the dashboard under API keys.',
  },
  {
    when: { code: 'card_declined' },
    title: 'The card was declined',
    hint: 'The details say why. Ask the customer for another way to pay; trying again does not help.',
    kind: 'rejected',
  },
  {
    when: { code: 'authentication_required' },
    title: 'The bank wants to ask the customer',
    hint: 'Send the customer a payment link or a checkout: this cannot be charged without them.',
    kind: 'rejected',
  },
  {
    when: { code: 'resource_missing' },
    title: 'Nothing with this id',
    hint: 'Check the id, and that the key is of the same mode: test records are not seen by a live key.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'charge_already_refunded' },
    title: 'Already given back',
    hint: 'The whole amount of this payment has been refunded before.',
  },
  {
    when: { code: 'idempotency_key_in_use' },
    title: 'The same request is still running',
    hint: 'Patchbay waits and tries again.',
    kind: 'unavailable',
  },
  {
    when: { code: 'parameter_missing' },
    title: 'A field is missing',
    hint: 'The words of Stripe name it: fill it in.',
    kind: 'invalid_input',
  },
  {
    when: { status: [402] },
    title: 'The payment did not go through',
    hint: 'The details say why. Ask the customer for another way to pay.',
    kind: 'rejected',
  },
  {
    when: { status: [400] },
    title: 'Stripe does not accept the request',
    hint: 'Its words name the field. Amounts are whole numbers in the smallest unit.',
    kind: 'invalid_input',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Patchbay waits and tries again. Lower the concurrency of the loop if it stays.',
  },
  {
    when: { status: [500, 502, 503, 504] },
    title: 'Stripe is in trouble',
    hint: 'Patchbay tries again with the same key, so nothing is charged twice.',
    link: 'https://status.stripe.com',
  },
];
