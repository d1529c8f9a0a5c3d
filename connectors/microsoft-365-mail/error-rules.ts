import { microsoftErrors } from '#sdk';

export const errorRules = microsoftErrors([
  {
    when: { status: [404], code: 'MailboxNotEnabledForRESTAPI' },
    title: 'No mailbox in the cloud',
    hint: 'The account has no mailbox of Exchange Online: choose another account, or the connector IMAP.',
  },
  {
    when: { status: [404] },
    title: 'No such message or folder',
    hint: 'It was deleted, or the id belongs to another mailbox.',
  },
  {
    when: { status: [400], code: 'InefficientFilter' },
    title: 'Filter not in the order of the list',
    hint: 'Begin the filter with receivedDateTime, such as receivedDateTime ge 2026-01-01T00:00:00Z and …',
    kind: 'invalid_input',
  },
  {
    when: { status: [400], code: 'ErrorInvalidIdMalformed' },
    title: 'Not an id',
    hint: 'Map the id of a message from a step before this one.',
    kind: 'invalid_input',
  },
  {
    when: { status: [400, 413], code: 'RequestBodySizeLimitExceeded' },
    title: 'Too large',
    hint: 'A message with its files must stay below 4 MB: send a link instead.',
  },
  {
    when: { code: 'ErrorSendAsDenied' },
    title: 'Not allowed to send as this address',
    hint: 'Give the account the right to send as that mailbox.',
  },
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Microsoft allows 10 000 requests in 10 minutes for a mailbox; Patchbay waits and tries again.',
  },
]);
