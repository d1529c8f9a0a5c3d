import type { ProblemError } from '@patchbay/shared/base';

import { authExpired, rejected, unavailable } from '#sdk';

import { errorRules } from './error-rules.ts';

interface SshError extends Error {
  code?: number | string;
  level?: string;
}

/** What the server or the client says, in plain words; undefined when it is about the network. */
export function explainError(error: unknown): ProblemError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { level, code, message } = error as SshError;
  if (level === 'client-authentication') {
    return authExpired('The server refuses the user or the key.', {
      hint: 'Check the user, and that the server knows the key or password.',
    });
  }
  if (/privateKey|passphrase/i.test(message)) {
    return authExpired('The private key cannot be read.', {
      hint: 'Give the whole text of the key file with its first and last line, and its passphrase if it has one.',
    });
  }
  if (typeof code === 'number') {
    const rule = errorRules.find(({ when }) => when.code === String(code));
    const title = rule ? rule.title : 'The server refuses';
    return rejected(`${title}: ${message}.`, { hint: rule?.hint, details: { code } });
  }
  if (level === 'protocol' || level === 'handshake') {
    return unavailable(`The server does not speak SSH as we do: ${message.slice(0, 200)}.`, {
      hint: 'Check that the port is that of SSH.',
    });
  }
  return undefined;
}
