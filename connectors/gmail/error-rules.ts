import { googleErrors } from '#sdk';

const API = { api: 'the Gmail API', library: 'gmail.googleapis.com' };

export const errorRules = googleErrors(API, [
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
]);
