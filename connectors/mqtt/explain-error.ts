import { problem, ProblemError } from '@patchbay/shared/base';

import { authExpired, rejected, unavailable } from '#sdk';

// Reason codes of the broker: those of MQTT 3.1.1 below 10, those of MQTT 5 from 128.
const REFUSED = [4, 5, 134, 135, 138];
const BUSY = [3, 136, 137, 151, 159];

/** An error of the client or the broker as a Problem in plain words. */
export function explainError(error: unknown): ProblemError | undefined {
  if (!(error instanceof Error)) return undefined;
  if (/^connack timeout$/i.test(error.message)) {
    const hint = 'Check that the port speaks MQTT, and with or without TLS as the connection says.';
    return new ProblemError(problem('timed_out', 'The broker did not answer.', hint));
  }
  const code = 'code' in error ? Number(error.code) : Number.NaN;
  if (Number.isNaN(code)) return undefined;
  const words = `The broker says: ${error.message.replace(/\.?$/, '.')}`;
  const detail = { details: { code } };
  if (REFUSED.includes(code)) return authExpired(words, detail);
  if (BUSY.includes(code)) return unavailable(words, detail);
  const hint = 'Check what the user may do on this topic, and the version of the protocol.';
  return rejected(words, { ...detail, hint });
}
