import type { ConnectorManifest } from '@patchbay/shared/catalog';

/** What the error codes (SQLSTATE) mean and what to do; a two-letter code stands for its class. */
export const errorRules: ConnectorManifest['errors'] = [
  rule('28P01', 'Wrong password', 'Open the connection and enter user and password again.'),
  rule(
    '28000',
    'Log-in refused',
    'Check the user, and whether the server’s pg_hba.conf lets it in from here with this TLS setting.',
  ),
  rule('3D000', 'No such database', 'Check the database of the connection.'),
  rule(
    '42P01',
    'No such table',
    'Choose a table from the list, or write schema.table; upper and lower case matter.',
  ),
  rule('42703', 'No such column', 'Choose the columns from the list; upper and lower case matter.'),
  rule(
    '42501',
    'Not allowed',
    'Grant the right to the user of the connection, or use another connection.',
  ),
  rule('42601', 'Wrong SQL', 'Correct the statement; one statement in each step.'),
  rule(
    '42P10',
    'No unique key',
    'An upsert needs a unique index on exactly the columns named as keys.',
  ),
  rule('42883', 'Types do not fit', 'Cast the value, for example $1::uuid.'),
  rule('23505', 'Already exists', 'Use an upsert, or an insert with "On conflict: ignore".'),
  rule(
    '23503',
    'Refers to a missing row',
    'Create the row it refers to first, or delete the rows that refer to this one.',
  ),
  rule('23502', 'A value is missing', 'Fill in the column that must not be empty.'),
  rule(
    '23514',
    'Against a rule of the table',
    'Change the value so that it passes the check constraint.',
  ),
  rule('22P02', 'Value of the wrong type', 'Correct the value, or cast it in the mapping.'),
  rule('22001', 'Text too long', 'Shorten the text, or widen the column.'),
  rule('22003', 'Number too large', 'Correct the number, or widen the column.'),
  rule('22007', 'Not a date', 'Give dates as 2026-11-23 or 2026-11-23T10:00:00Z.'),
  rule('21000', 'The same row twice', 'Two of the rows have the same key: upsert each key once.'),
  rule('25006', 'Read-only database', 'Connect to the primary server.'),
  rule(
    '57014',
    'Took too long',
    'Make the statement faster, or raise the time limit of the connection.',
  ),
  rule(
    '53300',
    'Too many connections',
    'Lower the connections of this connection, or raise max_connections.',
  ),
  rule('40', 'In the way of another transaction', 'Patchbay tries again by itself.'),
  rule(
    '53',
    'The server has run out of something',
    'Patchbay tries again; look after disk and memory.',
  ),
  rule('57', 'The server is not available', 'Patchbay tries again; check that the server is up.'),
  rule('08', 'The connection broke', 'Patchbay tries again; check the network to the server.'),
];

function rule(code: string, title: string, hint: string): ConnectorManifest['errors'][number] {
  return { when: { code }, title, hint };
}
