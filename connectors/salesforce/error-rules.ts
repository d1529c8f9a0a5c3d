import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { code: 'INVALID_SESSION_ID' },
    title: 'Signed out',
    hint: 'Open the connection and sign in to Salesforce again.',
    kind: 'auth_expired',
  },
  {
    when: { code: 'REQUEST_LIMIT_EXCEEDED' },
    title: 'Requests of the day used up',
    hint: 'The organisation has a limit for 24 hours: see System Overview in Setup, then wait or buy more.',
  },
  {
    when: { code: 'API_DISABLED_FOR_ORG' },
    title: 'No API in this edition',
    hint: 'Use an edition with the API, such as Enterprise, and give the user the right "API Enabled".',
  },
  {
    when: { code: 'REQUIRED_FIELD_MISSING' },
    title: 'A required field is missing',
    hint: 'Fill in the fields that the message names.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' },
    title: 'A rule of your organisation says no',
    hint: 'The message is that of the validation rule: change the values, or the rule in Setup.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'DUPLICATES_DETECTED' },
    title: 'Looks like a duplicate',
    hint: 'Search for the record first and update it, or change the duplicate rule in Setup.',
  },
  {
    when: { code: 'DUPLICATE_VALUE' },
    title: 'Exists already',
    hint: 'Another record has this value in a unique field: "Create or update a record" finds it.',
  },
  {
    when: { code: 'INVALID_FIELD' },
    title: 'No such field',
    hint: 'Check the names, and that the user may see the field (field-level security).',
    kind: 'invalid_input',
  },
  {
    when: { code: 'MALFORMED_QUERY' },
    title: 'Query not understood',
    hint: 'The message names the place. Texts stand in single quotes, dates without.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'MALFORMED_ID' },
    title: 'Not an id of this object',
    hint: 'An id has 15 or 18 characters; its first three say which object it is of.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'UNABLE_TO_LOCK_ROW' },
    title: 'The record is being changed',
    hint: 'Somebody else is writing it. Patchbay tries again.',
    kind: 'unavailable',
  },
  {
    when: { code: 'INSUFFICIENT_ACCESS_OR_READONLY' },
    title: 'Not allowed',
    hint: 'Give the user of the connection the right to change this record.',
  },
  {
    when: { status: [401] },
    title: 'Signed out',
    hint: 'Open the connection and sign in to Salesforce again.',
  },
  {
    when: { status: [403] },
    title: 'Not allowed',
    hint: 'Check the profile and the permission sets of the user of the connection.',
  },
  {
    when: { status: [404] },
    title: 'No such record or object',
    hint: 'It was deleted, or the user may not see it.',
  },
];
