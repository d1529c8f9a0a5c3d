import type { ProblemError } from '@patchbay/shared/base';
import type { ConnectorManifest } from '@patchbay/shared/catalog';

import { authExpired, rejected, unavailable } from '#sdk';

/** What the reply codes of the broker mean and what to do. */
export const errorRules: ConnectorManifest['errors'] = [
  rule('404', 'Not there', 'Check the names of queue, exchange and virtual host.'),
  rule('405', 'Used by another', 'The queue belongs to one connection alone; choose another.'),
  rule('406', 'It exists with other settings', 'Give the settings it has, or another name.'),
  rule('403', 'Not allowed', 'Check the password, and grant the user rights on the virtual host.'),
  rule(
    '530',
    'Not allowed',
    'Check the name of the virtual host, and the rights of the user there.',
  ),
  rule('320', 'The broker closed the connection', 'Patchbay tries again by itself.'),
  rule(
    '506',
    'The broker has run out of something',
    'Patchbay tries again; look after the broker.',
  ),
];

/** An error of the broker as a Problem in plain words; undefined for any other. */
export function explainError(error: unknown): ProblemError | undefined {
  if (!(error instanceof Error)) return undefined;
  if (/Expected ConnectionOpenOk/.test(error.message)) return noVirtualHost();
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const found = errorRules.find(({ when }) => when.code === String(code));
  const title = found ? `${found.title}: ` : '';
  const message = `${title}${wordsOf(error.message)}`;
  const detail = { hint: found?.hint, details: { code } };
  if (/login was refused/i.test(error.message)) return authExpired(message, detail);
  return [320, 506, 541].includes(code) ? unavailable(message, detail) : rejected(message, detail);
}

// The client library drops what the broker says here.
function noVirtualHost(): ProblemError {
  return rejected('The broker does not let the user into this virtual host.', {
    hint: 'Check the name of the virtual host, and the rights of the user there.',
  });
}

// Some errors carry their code in the text alone.
function codeOf(error: Error): number | undefined {
  if ('code' in error && typeof error.code === 'number') return error.code;
  const said = /\b(\d{3}) \(|"(\d{3})-|^(\d{3}) /.exec(error.message);
  return said ? Number(said[1] ?? said[2] ?? said[3]) : undefined;
}

function wordsOf(message: string): string {
  const quoted = /message "([^]*)"/.exec(message)?.[1] ?? message;
  return quoted.replace(/\s+/g, ' ').replace(/\.?$/, '.');
}

function rule(code: string, title: string, hint: string): ConnectorManifest['errors'][number] {
  return { when: { code }, title, hint };
}
