import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { status: [400, 422] },
    title: 'The receiver does not understand the body',
    hint: 'Compare the body with what the receiver documents; its own words are in the details.',
  },
  {
    when: { status: [401, 403] },
    title: 'The receiver refuses the signature',
    hint: 'Check that both sides hold the same secret and agree on the kind of signature.',
    kind: 'auth_expired',
  },
  {
    when: { status: [404, 405] },
    title: 'Nobody listens there',
    hint: 'Check the address of the connection.',
  },
  {
    when: { status: [410] },
    title: 'The receiver wants no more',
    hint: 'By Standard Webhooks, 410 ends the subscription: turn the flow off, or ask the receiver.',
  },
  {
    when: { status: [429] },
    title: 'Too many at once',
    hint: 'Patchbay waits as long as the receiver asks, and sends again.',
  },
  {
    when: { status: [500, 502, 503, 504] },
    title: 'The receiver is in trouble',
    hint: 'Patchbay sends again with growing pauses; the id stays the same.',
  },
];
