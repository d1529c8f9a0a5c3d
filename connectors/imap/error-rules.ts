import type { ConnectorManifest } from '@patchbay/shared/catalog';

/** What the response codes of IMAP servers mean (RFC 5530) and what to do. */
export const errorRules: ConnectorManifest['errors'] = [
  rule(
    'AUTHENTICATIONFAILED',
    'Wrong user or password',
    'Enter them again; some providers want a password made for applications.',
  ),
  rule(
    'AUTHORIZATIONFAILED',
    'Not allowed to open this mailbox',
    'Check the user, and whether IMAP is turned on in the account.',
  ),
  rule('NONEXISTENT', 'No such mailbox', 'Choose a mailbox from the list.'),
  rule('TRYCREATE', 'No such mailbox', 'Choose a mailbox from the list, or create it first.'),
  rule('ALREADYEXISTS', 'There is such a mailbox already', 'Use it, or another name.'),
  rule('NOPERM', 'Not allowed', 'Ask the owner of the mailbox for the right.'),
  rule('OVERQUOTA', 'The mailbox is full', 'Delete messages, or have the quota raised.'),
  rule('LIMIT', 'Too much at once', 'Ask for less at a time.'),
  rule('UNAVAILABLE', 'The server is not available', 'Patchbay tries again by itself.'),
  rule('INUSE', 'The mailbox is in use', 'Patchbay tries again by itself.'),
];

function rule(code: string, title: string, hint: string): ConnectorManifest['errors'][number] {
  return { when: { code }, title, hint };
}
