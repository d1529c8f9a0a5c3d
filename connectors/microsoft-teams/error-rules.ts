import { microsoftErrors } from '#sdk';

export const errorRules = microsoftErrors([
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
]);
