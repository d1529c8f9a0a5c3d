import type { ProblemError } from '@patchbay/shared/base';
import type { ImapFlowError } from 'imapflow';

import { authExpired, rateLimited, rejected, unavailable } from '#sdk';

import { errorRules } from './error-rules.ts';

const LATER = ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG'];

/** What a server or the client says, in plain words; undefined when it is about the network. */
export function explainError(error: unknown): ProblemError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { authenticationFailed, tlsFailed, responseText, code, throttleReset, mailboxMissing } =
    error as ImapFlowError;
  const serverResponseCode = mailboxMissing
    ? 'NONEXISTENT'
    : (error as ImapFlowError).serverResponseCode;
  if (code === 'ETHROTTLE') return rateLimited(throttleReset);
  const rule = errorRules.find(({ when }) => when.code === serverResponseCode);
  const says = responseText ? `: ${responseText.slice(0, 300)}` : '.';
  const detail = { hint: rule?.hint, details: { code: serverResponseCode ?? code } };
  if (authenticationFailed) return authExpired(`${rule?.title ?? 'Log-in refused'}${says}`, detail);
  if (serverResponseCode && LATER.includes(serverResponseCode)) {
    return unavailable(`${rule?.title ?? 'The server had a problem'}${says}`, detail);
  }
  if (responseText !== undefined) {
    return rejected(`${rule?.title ?? 'The server refuses'}${says}`, detail);
  }
  if (/STARTTLS/i.test(error.message) && !tlsFailed) {
    return rejected('The server does not offer STARTTLS.', {
      hint: 'Choose TLS from the start (port 993), or none inside a network of your own.',
    });
  }
  return undefined;
}
