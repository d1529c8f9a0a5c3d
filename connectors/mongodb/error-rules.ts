import type { ConnectorManifest } from '@patchbay/shared/catalog';

/** What the codes of the server mean and what to do. */
export const errorRules: ConnectorManifest['errors'] = [
  rule(
    '18',
    'Log-in refused',
    'Check user, password and the database of the user.',
    'auth_expired',
  ),
  rule('8000', 'Log-in refused', 'Check user and password in Atlas.', 'auth_expired'),
  rule('13', 'Not allowed', 'Grant the role to the user of the connection.'),
  rule('26', 'No such collection', 'Choose a collection from the list.'),
  rule('11000', 'Already exists', 'Use an upsert, or change the value that must be unique.'),
  rule('121', 'Against the schema', 'Change the document so that the collection takes it.'),
  rule('2', 'Wrong value', 'Correct the filter, the update or the pipeline.', 'invalid_input'),
  rule(
    '9',
    'Cannot be understood',
    'Correct the filter, the update or the pipeline.',
    'invalid_input',
  ),
  rule('40', 'Two changes of one field', 'Name each field once in the update.', 'invalid_input'),
  rule('66', 'The id cannot be changed', 'Leave _id out of the update.', 'invalid_input'),
  rule('40324', 'No such stage', 'Correct the pipeline.', 'invalid_input'),
  rule(
    '50',
    'Took too long',
    'Add an index, ask for less, or raise the time limit of the connection.',
  ),
  rule('10107', 'Not the primary', 'Name the primary of the replica set as the host.'),
  rule('112', 'In the way of another write', 'Patchbay tries again by itself.', 'unavailable'),
];

type Kind = ConnectorManifest['errors'][number]['kind'];

function rule(
  code: string,
  title: string,
  hint: string,
  kind: Kind = 'rejected',
): ConnectorManifest['errors'][number] {
  return { when: { code }, title, hint, kind };
}
