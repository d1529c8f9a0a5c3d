import type { ConnectorDefinition } from '#sdk';

/** Notion's own codes, and what to do about them. */
export const errorRules: ConnectorDefinition['errors'] = [
  {
    when: { code: 'object_not_found' },
    title: 'Not there, or not shared',
    hint: 'Open the page or database in Notion and add the connection under "Connections": it sees only what is shared with it.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'unauthorized' },
    title: 'The token is not valid',
    hint: 'Open the connection and sign in again, or enter a new token.',
  },
  {
    when: { code: 'restricted_resource' },
    title: 'The connection may not do this',
    hint: 'Give the integration the capability in its settings: insert, update, comments, or people.',
  },
  {
    when: { code: 'validation_error' },
    title: 'Notion does not accept the request',
    hint: 'Its words name the place. Property names and their kinds must be those of the database.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'conflict_error' },
    title: 'Somebody else was writing',
    hint: 'Patchbay tries again.',
    kind: 'unavailable',
  },
  {
    when: { code: 'rate_limited' },
    title: 'Too many requests',
    hint: 'Notion allows about three requests a second. Patchbay waits and tries again.',
  },
];
