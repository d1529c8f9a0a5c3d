import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { status: [401] },
    title: 'Signed out',
    hint: 'Open the connection and sign in with Google again.',
  },
  {
    when: { status: [403], code: 'rateLimitExceeded' },
    title: 'Too many requests',
    hint: 'Patchbay waits and tries again; let the trigger look less often if it stays.',
    kind: 'rate_limited',
  },
  {
    when: { status: [403], code: 'userRateLimitExceeded' },
    title: 'Too many requests',
    hint: 'Patchbay waits and tries again; let the trigger look less often if it stays.',
    kind: 'rate_limited',
  },
  {
    when: { status: [403], code: 'dailyLimitExceeded' },
    title: 'Quota of the day used up',
    hint: 'It starts again at midnight in California. Ask Google for more in the Cloud project.',
  },
  {
    when: { status: [403], says: 'has not been used' },
    title: 'API not enabled',
    hint: 'Enable the Gmail API in the Cloud project of the OAuth client, wait a minute, then try again.',
    link: 'https://console.cloud.google.com/apis/library/gmail.googleapis.com',
  },
  {
    when: { status: [403] },
    title: 'Right not granted',
    hint: 'Open the connection, sign in again and tick all the rights that are asked for.',
  },
  {
    when: { status: [404] },
    title: 'No such message',
    hint: 'It was deleted for good, or the id belongs to another account.',
  },
  {
    when: { status: [400], says: 'invalid to header' },
    title: 'Address not valid',
    hint: 'Check the addresses in "To": each is name@example.com or Name <name@example.com>.',
    kind: 'invalid_input',
  },
  {
    when: { status: [400], says: 'invalid label' },
    title: 'No such label',
    hint: 'Choose the label from the list again: its id is not its name.',
    kind: 'invalid_input',
  },
  {
    when: { status: [409] },
    title: 'Exists already',
    hint: 'There is a label with this name: choose another.',
  },
  {
    when: { status: [429] },
    title: 'Limit of the account',
    hint: 'Google limits how many mails an account sends and reads; Patchbay waits and tries again.',
  },
];
