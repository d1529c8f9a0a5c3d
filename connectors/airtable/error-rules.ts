import type { ConnectorDefinition } from '#sdk';

/** Airtable's own codes, and what to do about them. */
export const errorRules: ConnectorDefinition['errors'] = [
  {
    when: { code: 'UNKNOWN_FIELD_NAME' },
    title: 'No such field',
    hint: 'Write the field exactly as in the table, with capitals and blanks, or use its id.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'INVALID_MULTIPLE_CHOICE_OPTIONS' },
    title: 'No such choice',
    hint: 'Use a choice that the field has, or let Airtable convert texts: then it is added.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'INVALID_VALUE_FOR_COLUMN' },
    title: 'The value does not fit the field',
    hint: 'Numbers are numbers and links are lists of record ids, unless Airtable may convert texts.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'INVALID_FILTER_BY_FORMULA' },
    title: 'The formula is not understood',
    hint: "Fields stand in braces and texts in quotes: {Status} = 'Open'.",
    kind: 'invalid_input',
  },
  {
    when: { status: [401] },
    title: 'The token is not valid',
    hint: 'Open the connection and enter a new token, or sign in again.',
  },
  {
    when: { status: [403] },
    title: 'Not allowed, or not there',
    hint: 'Add the base and the right to the token. Airtable says this too when base or table do not exist.',
  },
  {
    when: { status: [404] },
    title: 'No such record, table or base',
    hint: 'Check the ids: bases begin with app, tables with tbl, records with rec.',
  },
  {
    when: { status: [422] },
    title: 'Airtable does not accept the request',
    hint: 'Its words name the field.',
    kind: 'invalid_input',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Airtable allows five requests a second for a base, and asks for a pause of 30 seconds. Patchbay waits and tries again.',
  },
];
