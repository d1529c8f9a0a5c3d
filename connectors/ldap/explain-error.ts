import type { ProblemError } from '@patchbay/shared/base';
import type { ConnectorManifest } from '@patchbay/shared/catalog';
import type { ResultCodeError } from 'ldapts';

import { authExpired, rejected, unavailable } from '#sdk';

/** What the result codes of a directory mean and what to do. */
export const errorRules: ConnectorManifest['errors'] = [
  rule('49', 'Wrong name or password', 'Open the connection and enter name and password again.'),
  rule('8', 'The directory wants a sign-in', 'Use a connection with name and password.'),
  rule('13', 'The directory wants TLS', 'Turn TLS on in the connection.'),
  rule('50', 'Not allowed', 'Grant the entry of the connection the right, or use another.'),
  rule('32', 'No such entry', 'Check the name (DN) of the entry, or where the search begins.'),
  rule('34', 'Not a name', 'Write the name as cn=ada,dc=example,dc=org.'),
  rule('68', 'Already exists', 'Modify the entry instead, or choose another name.'),
  rule('20', 'The value is there already', 'Use "Replace", or leave the value out.'),
  rule('16', 'No such value', 'Check the attribute and the value to remove.'),
  rule('17', 'No such attribute', 'Check the attribute against the schema of the directory.'),
  rule('19', 'Against a rule of the directory', 'Correct the value.'),
  rule('21', 'Not a valid value', 'Correct the value to the syntax of the attribute.'),
  rule(
    '65',
    'Against the schema',
    'Give the attributes that the object classes ask for, no others.',
  ),
  rule('66', 'It has entries below it', 'Delete those first.'),
  rule(
    '53',
    'The directory refuses it',
    'Read what it says; a rule of the directory stands against it.',
  ),
  rule('51', 'The directory is busy', 'Patchbay tries again by itself.'),
  rule('52', 'The directory is not available', 'Patchbay tries again by itself.'),
];

/** A refusal of the directory as a Problem in plain words; undefined for any other error. */
export function explainError(error: unknown): ProblemError | undefined {
  if (!isRefusal(error)) return undefined;
  const { code } = error;
  const found = errorRules.find(({ when }) => when.code === String(code));
  const said = error.message.replace(/\s*Code: 0x\w+$/, '').replace(/\.?$/, '.');
  const message = found ? `${found.title}: ${said}` : said;
  const detail = { hint: found?.hint, details: { code } };
  if (code === 49 || code === 8) return authExpired(message, detail);
  return code === 51 || code === 52 ? unavailable(message, detail) : rejected(message, detail);
}

// By its shape, for the client is loaded at its first use.
function isRefusal(error: unknown): error is ResultCodeError {
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}

function rule(code: string, title: string, hint: string): ConnectorManifest['errors'][number] {
  return { when: { code }, title, hint };
}
