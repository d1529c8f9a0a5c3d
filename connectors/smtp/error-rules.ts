import type { ConnectorManifest } from '@patchbay/shared/catalog';

/** What the answers of mail servers mean, by their status. */
export const errorRules: ConnectorManifest['errors'] = [
  rule(
    535,
    'Wrong user or password',
    'Enter user and password again; some providers want a password made for applications.',
  ),
  rule(
    530,
    'The server wants to know who sends',
    'Choose user and password in the connection, and encryption.',
  ),
  rule(
    550,
    'The server refuses the recipient or the sender',
    'Check the addresses, and whether this account may send as this sender.',
  ),
  rule(
    553,
    'The server refuses an address',
    'Check the addresses, and whether this account may send as this sender.',
  ),
  rule(552, 'Too large', 'Send smaller attachments, or an address where they can be fetched.'),
  rule(
    554,
    'The server refuses the message',
    'Read its answer: often the sender’s domain or the content looks like spam to it.',
  ),
  rule(421, 'The server is busy', 'Patchbay tries again by itself.'),
  rule(450, 'The mailbox is not available now', 'Patchbay tries again by itself.'),
  rule(451, 'The server had a problem', 'Patchbay tries again by itself.'),
  rule(452, 'The server has no room', 'Patchbay tries again by itself.'),
];

function rule(status: number, title: string, hint: string): ConnectorManifest['errors'][number] {
  return { when: { status: [status] }, title, hint };
}
