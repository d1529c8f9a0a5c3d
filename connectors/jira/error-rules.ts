import type { ConnectorDefinition } from '#sdk';

/** What Jira's answers mean and what to do about them. */
export const errorRules: ConnectorDefinition['errors'] = [
  {
    when: { status: [400], says: 'cannot be set' },
    title: 'A field is not on the screen',
    hint: 'The project or the issue type does not have this field for this step: leave it out, or ask an administrator to put it on the screen.',
    kind: 'invalid_input',
  },
  {
    when: { status: [400], says: 'JQL' },
    title: 'The query is not understood',
    hint: 'Try the JQL in the search of Jira first; it must name a project, person, time or text.',
    kind: 'invalid_input',
  },
  {
    when: { status: [400] },
    title: 'Jira does not accept the fields',
    hint: 'Its words name the field. Required fields depend on project and issue type.',
    kind: 'invalid_input',
  },
  {
    when: { status: [401] },
    title: 'Not signed in',
    hint: 'Open the connection and sign in again. With an API token: the user name is the whole mail address.',
  },
  {
    when: { status: [403] },
    title: 'Not allowed',
    hint: 'The account lacks the permission in this project, or the sign-in lacks the right: ask an administrator.',
  },
  {
    when: { status: [404] },
    title: 'Not there, or not visible',
    hint: 'Check the key and the address of the site. Jira says this too when the account may not see the issue.',
  },
  {
    when: { status: [413] },
    title: 'The file is too large',
    hint: 'Make it smaller, or ask an administrator to raise the limit.',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Patchbay waits as long as Jira asks and tries again.',
  },
];
