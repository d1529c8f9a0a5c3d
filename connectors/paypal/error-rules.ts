import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { status: [401] },
    title: 'Not signed in',
    hint: 'Check the client id and secret, and that they belong to the environment of the connection: live and sandbox have their own.',
  },
  {
    when: { code: 'NOT_AUTHORIZED' },
    title: 'Not enabled for this application',
    hint: 'Enable the feature for the application in the developer dashboard. Payouts and transaction search must be asked for.',
    link: 'https://developer.paypal.com/dashboard/applications',
  },
  {
    when: { code: 'ORDER_NOT_APPROVED' },
    title: 'The customer has not agreed yet',
    hint: 'Send the customer to the address with rel "approve" first, then capture.',
  },
  {
    when: { code: 'ORDER_ALREADY_CAPTURED' },
    title: 'Captured already',
    hint: 'The money was taken before: read the order in place of capturing it.',
  },
  {
    when: { code: 'INSTRUMENT_DECLINED' },
    title: 'Payment refused',
    hint: 'The bank or card refused: send the customer back to choose another.',
  },
  {
    when: { code: 'DUPLICATE_INVOICE_ID' },
    title: 'Invoice number used before',
    hint: 'Each invoice number may be paid once: use another.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'CAPTURE_FULLY_REFUNDED' },
    title: 'Given back already',
    hint: 'Nothing of this payment is left to refund.',
  },
  {
    when: { code: 'INSUFFICIENT_FUNDS' },
    title: 'Not enough money',
    hint: 'Fill up the balance of the account in this currency.',
  },
  {
    when: { code: 'INVALID_REQUEST' },
    title: 'A field is not valid',
    hint: 'The details name the field.',
    kind: 'invalid_input',
  },
  {
    when: { status: [404] },
    title: 'Nothing there',
    hint: 'Check the id; live and sandbox do not know each other.',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Patchbay waits and tries again.',
  },
];
