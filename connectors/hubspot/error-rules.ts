import type { ConnectorDefinition } from '#sdk';

/** What HubSpot's answers mean and what to do about them. */
export const errorRules: ConnectorDefinition['errors'] = [
  {
    when: { status: [409] },
    title: 'The record exists already',
    hint: 'The id is in the details. Use "Create or update a contact", or update that record.',
    kind: 'rejected',
  },
  {
    when: { code: 'MISSING_SCOPES' },
    title: 'A right is missing',
    hint: 'Add the right to the private app in the settings of HubSpot, or sign in again with it.',
    kind: 'auth_expired',
  },
  {
    when: { status: [401] },
    title: 'The token is not valid',
    hint: 'Open the connection and sign in again, or enter the token of the private app.',
  },
  {
    when: { status: [403] },
    title: 'Not allowed',
    hint: 'The app lacks the right for this kind of record: add it and connect again.',
  },
  {
    when: { status: [404] },
    title: 'No such record',
    hint: 'Check the id and the kind of record. When it is a mail address, say so in "The id is the value of".',
  },
  {
    when: { code: 'VALIDATION_ERROR' },
    title: 'HubSpot does not accept the properties',
    hint: 'Its words name the property. Use internal names and, for choices, internal values.',
    kind: 'invalid_input',
  },
  {
    when: { status: [400] },
    title: 'The request was not understood',
    hint: 'Compare filters and properties with the words of HubSpot in the details.',
    kind: 'invalid_input',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'HubSpot counts by ten seconds and by day. Patchbay waits and tries again.',
  },
];
