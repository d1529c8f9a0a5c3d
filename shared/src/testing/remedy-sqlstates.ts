import type { Mending, RemedyRule } from './remedy-rules.ts';

const state = (
  cause: string,
  title: string,
  mend: Mending | undefined,
  step: string,
): RemedyRule => ({
  cause,
  title,
  steps: [step],
  ...(mend && { mend }),
});

/** By SQLSTATE; two characters stand for their class. */
export const STATE_REMEDIES: Record<string, RemedyRule> = {
  '28': state(
    'credential_refused',
    'The log-in was refused',
    'connection',
    'Enter user and password again.',
  ),
  '3D': state(
    'no_database',
    'There is no such database',
    'connection',
    'Correct the database of the connection.',
  ),
  '42P01': state('no_table', 'There is no such table', 'input', 'Choose a table from the list.'),
  '42703': state(
    'no_column',
    'There is no such column',
    'input',
    'Choose the columns from the list.',
  ),
  '42501': state(
    'not_allowed',
    'The user may not do this',
    'connection',
    'Grant the right to the user of the connection.',
  ),
  '42601': state('sql_syntax', 'The SQL does not parse', 'input', 'Correct the statement.'),
  '42': state(
    'sql_wrong',
    'The statement does not fit the database',
    'input',
    'Compare it with the tables.',
  ),
  '23505': state('exists_already', 'It exists already', 'input', 'Use an upsert.'),
  '23503': state(
    'missing_row',
    'It refers to a row that is missing',
    'input',
    'Create that row first.',
  ),
  '23502': state('value_missing', 'A value is missing', 'input', 'Fill in the column.'),
  '23': state('table_rule', 'It breaks a rule of the table', 'input', 'Change the value.'),
  '22': state(
    'wrong_type',
    'A value does not fit its column',
    'input',
    'Correct or cast the value.',
  ),
  '21': state('same_row_twice', 'The same row comes twice', 'input', 'Send each key once.'),
  '25': state(
    'read_only',
    'The database is read-only',
    'connection',
    'Connect to the primary server.',
  ),
  '40': state('in_the_way', 'Another transaction is in the way', undefined, 'Try again.'),
  '53': state(
    'out_of_resources',
    'The server has run out of something',
    'connection',
    'Look after connections, memory and disk.',
  ),
  '57014': state(
    'too_slow',
    'It took too long',
    'settings',
    'Make the statement faster, or raise the limit.',
  ),
  '57': state(
    'server_down',
    'The server is not available',
    undefined,
    'Check that the server is up.',
  ),
  '08': state(
    'connection_cut',
    'The connection was cut',
    undefined,
    'Check the network to the server.',
  ),
};
