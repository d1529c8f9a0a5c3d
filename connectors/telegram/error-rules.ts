import type { ConnectorDefinition } from '#sdk';

/** What Telegram's answers mean and what to do about them. */
export const errorRules: ConnectorDefinition['errors'] = [
  {
    when: { status: [401, 404] },
    title: 'The token is not valid',
    hint: 'Open the connection and enter the token that BotFather gave you.',
    kind: 'auth_expired',
  },
  {
    when: { says: 'chat not found' },
    title: 'No such chat',
    hint: 'The bot only knows people who have started it, and groups and channels it is a member of.',
    kind: 'invalid_input',
  },
  {
    when: { says: 'blocked by the user' },
    title: 'The person has blocked the bot',
    hint: 'They must unblock it before it can write to them.',
  },
  {
    when: { says: "can't parse entities" },
    title: 'The text is not valid HTML or Markdown',
    hint: 'Escape what comes from elsewhere, or send plain text: leave "The text is written in" empty.',
    kind: 'invalid_input',
  },
  {
    when: { says: 'message is not modified' },
    title: 'Nothing has changed',
    hint: 'Text and buttons are what they were before: there is nothing to do.',
  },
  {
    when: { status: [409] },
    title: 'The bot has a webhook',
    hint: 'Telegram gives messages to a webhook or to whoever looks, not to both: turn one of the triggers off.',
  },
  {
    when: { status: [403] },
    title: 'The bot may not write there',
    hint: 'Add it to the group or channel, there as an administrator.',
  },
  {
    when: { status: [429] },
    title: 'Too many messages',
    hint: 'Telegram allows about one a second in a chat and thirty in all. Patchbay waits and tries again.',
  },
  {
    when: { status: [400] },
    title: 'Telegram does not accept the request',
    hint: 'Its words name the field.',
    kind: 'invalid_input',
  },
];
