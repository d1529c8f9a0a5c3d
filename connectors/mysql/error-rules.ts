import type { ConnectorManifest } from '@patchbay/shared/catalog';

const TRY_AGAIN = 'Patchbay tries again by itself.';
const TOO_LONG = 'Make the statement faster, or raise the time limit of the connection.';

/** What the server's error names mean and what to do. */
export const errorRules: ConnectorManifest['errors'] = [
  rule(
    'ER_ACCESS_DENIED_ERROR',
    'Log-in refused',
    'Check user and password, and that the user may come from this machine.',
  ),
  rule(
    'ER_DBACCESS_DENIED_ERROR',
    'No access to the database',
    'Grant the user of the connection rights on this database.',
  ),
  rule('ER_BAD_DB_ERROR', 'No such database', 'Check the database of the connection.'),
  rule('ER_NO_SUCH_TABLE', 'No such table', 'Choose a table from the list.'),
  rule('ER_BAD_FIELD_ERROR', 'No such column', 'Choose the columns from the list.'),
  rule(
    'ER_TABLEACCESS_DENIED_ERROR',
    'Not allowed',
    'Grant the right to the user of the connection, or use another connection.',
  ),
  rule(
    'ER_COLUMNACCESS_DENIED_ERROR',
    'Not allowed',
    'Grant the right to the user of the connection, or use another connection.',
  ),
  rule('ER_PARSE_ERROR', 'Wrong SQL', 'Correct the statement; one statement in each step.'),
  rule(
    'ER_WRONG_ARGUMENTS',
    'A parameter does not fit',
    'After LIMIT give the number as text ("10"), or write it into the statement.',
  ),
  rule('ER_DUP_ENTRY', 'Already exists', 'Use an upsert, or an insert with "Ignore the new row".'),
  rule('ER_NO_REFERENCED_ROW_2', 'Refers to a missing row', 'Create the row it refers to first.'),
  rule(
    'ER_ROW_IS_REFERENCED_2',
    'Other rows refer to it',
    'Delete or change the rows that refer to this one first.',
  ),
  rule('ER_BAD_NULL_ERROR', 'A value is missing', 'Fill in the column that must not be empty.'),
  rule(
    'ER_NO_DEFAULT_FOR_FIELD',
    'A value is missing',
    'Fill in the column that must not be empty.',
  ),
  rule(
    'ER_CONSTRAINT_FAILED',
    'Against a rule of the table',
    'Change the value so that it passes the check.',
  ),
  rule(
    'ER_CHECK_CONSTRAINT_VIOLATED',
    'Against a rule of the table',
    'Change the value so that it passes the check.',
  ),
  rule('ER_DATA_TOO_LONG', 'Text too long', 'Shorten the text, or widen the column.'),
  rule('ER_WARN_DATA_OUT_OF_RANGE', 'Number too large', 'Correct the number, or widen the column.'),
  rule(
    'ER_TRUNCATED_WRONG_VALUE',
    'Value of the wrong type',
    'Correct the value; give times as 2026-11-23T10:00:00Z.',
  ),
  rule(
    'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD',
    'Value of the wrong type',
    'Correct the value; give times as 2026-11-23T10:00:00Z.',
  ),
  rule('ER_LOCK_DEADLOCK', 'In the way of another transaction', TRY_AGAIN),
  rule('ER_LOCK_WAIT_TIMEOUT', 'In the way of another transaction', TRY_AGAIN),
  rule('ER_STATEMENT_TIMEOUT', 'Took too long', TOO_LONG),
  rule('ER_QUERY_TIMEOUT', 'Took too long', TOO_LONG),
  rule('ER_QUERY_INTERRUPTED', 'Took too long', TOO_LONG),
  rule(
    'ER_CON_COUNT_ERROR',
    'Too many connections',
    'Lower the connections of this connection, or raise max_connections.',
  ),
  rule(
    'ER_OPTION_PREVENTS_STATEMENT',
    'Read-only database',
    'Connect to the primary server, or leave out the write.',
  ),
  rule(
    'HANDSHAKE_NO_SSL_SUPPORT',
    'The server does not offer TLS',
    'Turn TLS on at the server, or off in the connection if the network between is your own.',
  ),
  rule(
    'HANDSHAKE_SSL_ERROR',
    'TLS could not be set up',
    'Check the certificate of the server and the certificate authority of the connection.',
  ),
  rule('PROTOCOL_CONNECTION_LOST', 'The connection broke', TRY_AGAIN),
];

function rule(code: string, title: string, hint: string): ConnectorManifest['errors'][number] {
  return { when: { code }, title, hint };
}
