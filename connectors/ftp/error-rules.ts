import type { ConnectorManifest } from '@patchbay/shared/catalog';

/** What the answers of FTP servers mean and what to do. */
export const errorRules: ConnectorManifest['errors'] = [
  rule(530, 'The server refuses the user or the password', 'Enter user and password again.'),
  rule(
    550,
    'The server refuses the path',
    'Check that it exists and that the user may use it; upper and lower case matter.',
  ),
  rule(553, 'The server refuses the name', 'Check the path, and that the user may write there.'),
  rule(552, 'The server has no room', 'Delete files there, or have the quota raised.'),
  rule(
    534,
    'The server does not offer TLS',
    'Turn TLS on at the server, or off in the connection if the network between is your own.',
  ),
  rule(421, 'The server is busy or closes', 'Patchbay tries again by itself.'),
  rule(
    425,
    'The server could not open the data connection',
    'Check that its passive ports are open in the firewalls on the way.',
  ),
  rule(426, 'The transfer broke', 'Patchbay tries again by itself.'),
  rule(450, 'The file is in use', 'Patchbay tries again by itself.'),
  rule(451, 'The server had a problem', 'Patchbay tries again by itself.'),
];

function rule(status: number, title: string, hint: string): ConnectorManifest['errors'][number] {
  return { when: { status: [status] }, title, hint };
}
