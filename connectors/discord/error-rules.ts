import type { ConnectorDefinition } from '#sdk';

/** Discord's own codes, and what to do about them. */
export const errorRules: ConnectorDefinition['errors'] = [
  {
    when: { code: '10003' },
    title: 'No such channel',
    hint: 'Check the id: turn on Developer Mode in Discord and copy it from the menu of the channel.',
    kind: 'invalid_input',
  },
  {
    when: { code: '10008' },
    title: 'No such message',
    hint: 'It was deleted, or is in another channel.',
    kind: 'invalid_input',
  },
  {
    when: { code: '50001' },
    title: 'The bot does not see it',
    hint: 'Add the bot to the server, and let its role see the channel.',
  },
  {
    when: { code: '50007' },
    title: 'The person takes no messages from the bot',
    hint: 'They must share a server with the bot and allow direct messages.',
  },
  {
    when: { code: '50013' },
    title: 'A permission is missing',
    hint: 'Give the role of the bot the permission; to manage roles, its own role must stand above them.',
  },
  {
    when: { code: '50006' },
    title: 'The message is empty',
    hint: 'Give it a text or embeds. An expression may have given an empty text: look at the data of the step before.',
    kind: 'invalid_input',
  },
  {
    when: { code: '50035' },
    title: 'Discord does not accept the fields',
    hint: 'The details name the field. A text has at most 2000 characters.',
    kind: 'invalid_input',
  },
  {
    when: { status: [401] },
    title: 'The token is not valid',
    hint: 'Open the connection and enter the token of the bot again; a new one ends the old.',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Discord says how long to wait. Patchbay does, and tries again.',
  },
];
