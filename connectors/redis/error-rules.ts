import type { ConnectorManifest } from '@patchbay/shared/catalog';

/** What the first word of an error says and what to do. */
export const errorRules: ConnectorManifest['errors'] = [
  rule('NOAUTH', 'A password is missing', 'Open the connection and enter the password.'),
  rule('WRONGPASS', 'Wrong password', 'Open the connection and enter user and password again.'),
  rule('NOPERM', 'Not allowed', 'Grant the user the command and the key, or use another user.'),
  rule('WRONGTYPE', 'The key holds another type', 'Use the actions for the type of this key.'),
  rule('READONLY', 'A replica does not take writes', 'Connect to the primary server.'),
  rule('OOM', 'The server is out of memory', 'Free memory at the server, or let keys expire.'),
  rule('LOADING', 'The server is starting', 'Patchbay tries again by itself.'),
  rule('MOVED', 'The key lies on another server of a cluster', 'Connect to that server.'),
];

function rule(code: string, title: string, hint: string): ConnectorManifest['errors'][number] {
  return { when: { code }, title, hint };
}
