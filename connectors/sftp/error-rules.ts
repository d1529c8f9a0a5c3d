import type { ConnectorManifest } from '@patchbay/shared/catalog';

/** What the status codes of SFTP servers mean and what to do. */
export const errorRules: ConnectorManifest['errors'] = [
  rule('2', 'There is no such file or folder', 'Check the path; upper and lower case matter.'),
  rule('3', 'Not allowed', 'Grant the right to the user of the connection, or use another path.'),
  rule(
    '4',
    'The server could not do it',
    'Often the file exists already, or the folder is not empty or full.',
  ),
  rule('8', 'The server cannot do this', 'Use another way; not every server knows all commands.'),
  rule('11', 'It exists already', 'Use another name, or let it be overwritten.'),
];

function rule(code: string, title: string, hint: string): ConnectorManifest['errors'][number] {
  return { when: { code }, title, hint };
}
