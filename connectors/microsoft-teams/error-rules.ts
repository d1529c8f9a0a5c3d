import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { status: [401] },
    title: 'Signed out',
    hint: 'Open the connection and sign in with Microsoft again.',
  },
  {
    when: { status: [403], says: 'missing scope' },
    title: 'Right not granted',
    hint: 'Sign in again with the rights of this step. Reading channels and creating them needs the consent of an administrator.',
  },
  {
    when: { status: [403], says: 'license' },
    title: 'No licence for Teams',
    hint: 'Give the account a licence that holds Teams. Personal Microsoft accounts cannot be used here.',
  },
  {
    when: { status: [403] },
    title: 'Not a member',
    hint: 'Add the account of the connection to the team, the channel or the chat.',
  },
  {
    when: { status: [404] },
    title: 'No such team, channel or chat',
    hint: 'Choose it again: it was deleted, or the account is not part of it.',
  },
  {
    when: { status: [400], says: 'channel name already existed' },
    title: 'Exists already',
    hint: 'There is, or was within 30 days, a channel with this name: choose another.',
    kind: 'invalid_input',
  },
  {
    when: { status: [413] },
    title: 'Too long',
    hint: 'A message must stay below 28 KB: shorten it, or send a link.',
  },
  {
    when: { status: [429] },
    title: 'Too many messages',
    hint: 'Teams takes about one message a second for a channel; Patchbay waits and tries again.',
  },
  {
    when: { status: [502, 503, 504] },
    title: 'Microsoft Graph is in trouble',
    hint: 'Patchbay tries again. If it stays, look at the service health in the admin center.',
  },
];
