import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { status: [401] },
    title: 'Signed out',
    hint: 'Open the connection and sign in to QuickBooks again.',
  },
  {
    when: { status: [403] },
    title: 'Not allowed in this company',
    hint: 'Check the company id, that it belongs to the environment, and that its subscription is active.',
  },
  {
    when: { code: '5010' },
    title: 'Changed meanwhile',
    hint: 'Somebody has saved the record since it was read: read it again, then repeat the step.',
  },
  {
    when: { code: '6240' },
    title: 'Name taken',
    hint: 'Customers, vendors and employees share their names: find the record first, or choose another.',
    kind: 'invalid_input',
  },
  {
    when: { code: '6140' },
    title: 'Number used before',
    hint: 'Choose another document number, or leave it empty for the next one.',
    kind: 'invalid_input',
  },
  {
    when: { code: '610' },
    title: 'No such record',
    hint: 'It was made inactive or deleted; check the id.',
  },
  {
    when: { code: '2500' },
    title: 'Refers to something that is not there',
    hint: 'Choose customer, item and account again: one of the ids is not of this company.',
    kind: 'invalid_input',
  },
  {
    when: { code: '4000' },
    title: 'Query not understood',
    hint: 'Texts stand in single quotes; there is no OR, and not every field can be asked for.',
    kind: 'invalid_input',
  },
  {
    when: { status: [400] },
    title: 'QuickBooks does not accept this',
    hint: 'The message names the field or the rule of the books.',
    kind: 'invalid_input',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'QuickBooks takes 500 a minute for a company; Patchbay waits and tries again.',
  },
];
