import type { ConnectorDefinition } from '#sdk';

/** What Xero's answers mean and what to do about them. */
export const errorRules: ConnectorDefinition['errors'] = [
  {
    when: { status: [400], code: 'ValidationException' },
    title: 'Xero does not accept the record',
    hint: 'Its words name the field. Often a line needs an account, the invoice a due date, or the period is locked.',
    kind: 'invalid_input',
  },
  {
    when: { status: [400], code: 'QueryParseException' },
    title: 'The condition is not understood',
    hint: 'Texts stand in double quotes, and names are written as in the record: Type == "ACCREC".',
    kind: 'invalid_input',
  },
  {
    when: { status: [400] },
    title: 'The request was not understood',
    hint: 'Compare the fields of the step with the words of Xero in the details.',
    kind: 'invalid_input',
  },
  {
    when: { status: [401] },
    title: 'Xero has ended the sign-in',
    hint: 'Open the connection and sign in again. Xero ends it when it was not used for 60 days, or when somebody disconnects the app.',
  },
  {
    when: { status: [403] },
    title: 'No access to this organisation',
    hint: 'Open the connection and choose an organisation that the sign-in covers, or sign in again with the rights that are missing.',
    kind: 'auth_expired',
  },
  {
    when: { status: [404] },
    title: 'Nothing there',
    hint: 'Check the id: it must belong to the organisation of the connection.',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Xero allows 60 calls a minute and a number a day for each organisation. Patchbay waits and tries again.',
  },
  {
    when: { status: [500, 502, 503, 504] },
    title: 'Xero is in trouble',
    hint: 'Patchbay tries again with growing pauses. If it stays, look at the status page of Xero.',
    link: 'https://status.xero.com',
  },
];
