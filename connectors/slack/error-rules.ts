import type { ConnectorDefinition } from '#sdk';

const SIGNED_OUT = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
];

/** Slack's own codes, and what to do about them. */
export const errorRules: ConnectorDefinition['errors'] = [
  ...SIGNED_OUT.map((code) => ({
    when: { code },
    title: 'Slack has ended the sign-in',
    hint: 'Open the connection and sign in again: the app was removed, or its token was changed.',
    kind: 'auth_expired' as const,
  })),
  {
    when: { code: 'missing_scope' },
    title: 'The app lacks a right',
    hint: 'The details name the right. Add it to the app under OAuth & Permissions, install it again and sign in again.',
    kind: 'auth_expired',
  },
  {
    when: { code: 'not_in_channel' },
    title: 'The app is not in the channel',
    hint: 'Invite it there: type /invite and the name of the app in the channel.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'channel_not_found' },
    title: 'No such channel',
    hint: 'Use the id of the channel (C…), not its name. A private one is only visible when the app is a member.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'is_archived' },
    title: 'The channel is archived',
    hint: 'Choose another channel, or bring it back in Slack.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'name_taken' },
    title: 'There is a channel of this name',
    hint: 'Choose another name, or find the channel first and use it.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'users_not_found' },
    title: 'Nobody has this mail address',
    hint: 'Only members of the workspace are found, and guests by the address they signed up with.',
  },
  {
    when: { code: 'message_not_found' },
    title: 'No such message',
    hint: 'Give the ts and the channel exactly as Slack gave them.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'cant_update_message' },
    title: 'Not a message of this app',
    hint: 'Only the app that has sent a message can change it.',
  },
  {
    when: { code: 'msg_too_long' },
    title: 'The text is too long',
    hint: 'Shorten it, or share it as a file.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'no_text' },
    title: 'The message is empty',
    hint: 'The expression behind the text gave nothing: look at the data of the step before.',
    kind: 'invalid_input',
  },
  {
    when: { code: 'ratelimited' },
    title: 'Too many requests',
    hint: 'Slack allows about one message a second in a channel. Patchbay waits and tries again.',
    kind: 'rate_limited',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Slack says how long to wait. Patchbay does, and tries again.',
  },
];
