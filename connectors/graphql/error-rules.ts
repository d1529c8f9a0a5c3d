import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { code: 'UNAUTHENTICATED' },
    title: 'Not signed in',
    hint: 'Open the connection and enter the credential again.',
    kind: 'auth_expired',
  },
  {
    when: { code: 'FORBIDDEN' },
    title: 'Not allowed',
    hint: 'The credential is known but may not do this: ask for the right, or use another connection.',
  },
  {
    when: { code: 'GRAPHQL_VALIDATION_FAILED' },
    title: 'The query does not fit the schema',
    hint: 'The message names the field or the argument: compare it with the schema of the API.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'GRAPHQL_PARSE_FAILED' },
    title: 'The query cannot be read',
    hint: 'Look for a missing bracket or quote at the place that the message names.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'BAD_USER_INPUT' },
    title: 'A value is not valid',
    hint: 'Check the variables: their names, their types, and those that are required.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'THROTTLED' },
    title: 'Too many requests',
    hint: 'Patchbay waits and tries again. Ask for fewer fields or smaller pages if it stays.',
    kind: 'rate_limited',
  },
  {
    when: { code: 'INTERNAL_SERVER_ERROR' },
    title: 'The other system is in trouble',
    hint: 'Patchbay tries again with growing pauses. If it stays, ask whoever runs that system.',
    kind: 'unavailable',
  },
  {
    when: { status: [401] },
    title: 'Not signed in',
    hint: 'Open the connection and enter the credential again.',
  },
  {
    when: { status: [404, 405] },
    title: 'No GraphQL here',
    hint: 'Check the address of the connection: most end in /graphql.',
  },
];
