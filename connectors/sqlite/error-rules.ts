import type { ConnectorManifest } from '@patchbay/shared/catalog';

const FORBIDDEN =
  'Other files, extensions, settings and transactions of your own are not open to a step.';

type Rule = ConnectorManifest['errors'][number];

/** What the result codes mean and what to do; an extended code comes before its primary one. */
export const errorRules: Rule[] = [
  says('no such table', 'No such table', 'Choose a table from the list.'),
  says('no such column', 'No such column', 'Choose the columns from the list.'),
  says('has no column named', 'No such column', 'Choose the columns from the list.'),
  says(
    'on conflict clause does not match',
    'No unique key',
    'An upsert needs a unique index on exactly the columns named as keys.',
  ),
  says('not authorized', 'Not allowed', FORBIDDEN),
  says('syntax error', 'Wrong SQL', 'Correct the statement; one statement in each step.'),
  code('2067', 'Already exists', 'Use an upsert, or an insert with "On conflict: ignore".'),
  code('1555', 'Already exists', 'Use an upsert, or an insert with "On conflict: ignore".'),
  code(
    '787',
    'Refers to a missing row',
    'Create the row it refers to first, or delete the rows that refer to this one.',
  ),
  code('1299', 'A value is missing', 'Fill in the column that must not be empty.'),
  code('275', 'Against a rule of the table', 'Change the value so that it passes the check.'),
  code('19', 'Against a rule of the table', 'Change the values so that the table takes them.'),
  code('20', 'Value of the wrong type', 'Correct the value in the mapping.'),
  code(
    '8',
    'Read only',
    'Set the access of the connection to "Read and write"; the file must allow it too.',
  ),
  code('23', 'Not allowed', FORBIDDEN),
  code('5', 'In use', 'Patchbay tries again; another program is writing to the file.'),
  code('6', 'In use', 'Patchbay tries again; another step is writing to the file.'),
  code('10', 'The disk fails', 'Patchbay tries again; look after the disk.'),
  code('13', 'No room left', 'Patchbay tries again; look after the disk.'),
  code('14', 'Cannot be opened', 'Check that Patchbay may read the file and its folder.'),
  code('11', 'The file is damaged', 'Restore it from a backup.'),
  code('26', 'Not a SQLite file', 'Check the file of the connection.'),
  code('18', 'Too large', 'Write less at a time.'),
];

function code(value: string, title: string, hint: string): Rule {
  return { when: { code: value }, title, hint };
}

function says(text: string, title: string, hint: string): Rule {
  return { when: { says: text }, title, hint };
}
