import type { ConnectorDefinition } from '#sdk';

/** What GitHub's answers mean and what to do about them. */
export const errorRules: ConnectorDefinition['errors'] = [
  {
    when: { status: [403, 429], says: 'rate limit' },
    title: 'Too many requests',
    hint: 'GitHub counts requests by the hour. Patchbay waits and tries again; look less often if it stays.',
    kind: 'rate_limited',
  },
  {
    when: { status: [401] },
    title: 'The token is not valid any more',
    hint: 'Open the connection and sign in again, or enter a new token.',
  },
  {
    when: { status: [403], says: 'SAML' },
    title: 'The organisation wants a single sign-on',
    hint: 'Authorise the token for the organisation in your settings at GitHub.',
    kind: 'auth_expired',
    link: 'https://github.com/settings/tokens',
  },
  {
    when: { status: [403] },
    title: 'Not allowed',
    hint: 'The token has no right to do this: give it the repository and the permission, or sign in again.',
  },
  {
    when: { status: [404] },
    title: 'Not there, or not visible',
    hint: 'Check owner, repository and number. GitHub says this too when the token may not see a private repository.',
  },
  {
    when: { status: [405, 409] },
    title: 'Not in this state',
    hint: 'The pull request cannot be merged yet, or the file has changed meanwhile: read it again first.',
  },
  {
    when: { status: [410] },
    title: 'Switched off',
    hint: 'Issues are switched off in this repository: turn them on in its settings.',
  },
  {
    when: { status: [422] },
    title: 'GitHub does not accept the fields',
    hint: 'The details name the field. Often a branch or label is missing, or the same pull request or hook exists already.',
    kind: 'invalid_input',
  },
];
