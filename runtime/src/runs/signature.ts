import { createHmac, timingSafeEqual } from 'node:crypto';

import { fail } from '@patchbay/shared/base';
import type { SignatureConfig } from '@patchbay/shared/flows';

/** How a provider signs: facts from their public documentation, as data. */
interface Scheme {
  header: string;
  /** What stands before each signature. */
  prefix: string;
  encoding: 'hex' | 'base64';
  /** Header that holds the time in seconds, when it is not in the signature header itself. */
  timeHeader?: string;
  idHeader?: string;
  /** The signed text around the raw body. */
  text(parts: { id: string; time: string }): string;
  toleranceS?: number;
  secret?(text: string): Buffer;
}

const plain = (): string => '';

const schemes: Record<SignatureConfig['scheme'], Scheme> = {
  github: { header: 'x-hub-signature-256', prefix: 'sha256=', encoding: 'hex', text: plain },
  shopify: { header: 'x-shopify-hmac-sha256', prefix: '', encoding: 'base64', text: plain },
  stripe: {
    header: 'stripe-signature',
    prefix: 'v1=',
    encoding: 'hex',
    text: ({ time }) => `${time}.`,
    toleranceS: 300,
  },
  slack: {
    header: 'x-slack-signature',
    prefix: 'v0=',
    encoding: 'hex' as const,
    timeHeader: 'x-slack-request-timestamp',
    text: ({ time }: { time: string }) => `v0:${time}:`,
    toleranceS: 300,
  },
  'standard-webhooks': {
    header: 'webhook-signature',
    prefix: 'v1,',
    encoding: 'base64' as const,
    timeHeader: 'webhook-timestamp',
    idHeader: 'webhook-id',
    text: ({ id, time }: { id: string; time: string }) => `${id}.${time}.`,
    toleranceS: 300,
    secret: (text) => Buffer.from(text.replace(/^whsec_/, ''), 'base64'),
  },
  custom: { header: 'x-signature', prefix: '', encoding: 'hex', text: plain },
};

interface Signed {
  config: SignatureConfig;
  secret: string;
  headers: Headers;
  body: Uint8Array;
  now: number;
}

/** Refuses a request whose signature does not fit its raw bytes, or whose time is too far off. */
export function checkSignature({ config, secret, headers, body, now }: Signed): void {
  const scheme = { ...schemes[config.scheme], ...given(config) };
  const value = headers.get(scheme.header);
  if (value === null) refuse(`The header ${scheme.header} is missing.`);
  const time = timeOf(scheme, headers, value);
  if (scheme.toleranceS && Math.abs(now / 1000 - Number(time)) > scheme.toleranceS)
    refuse('The signature is too old, or a clock is off.');
  const id = scheme.idHeader ? (headers.get(scheme.idHeader) ?? '') : '';
  const key = scheme.secret?.(secret) ?? secret;
  const expected = createHmac('sha256', key)
    .update(scheme.text({ id, time }))
    .update(body)
    .digest();
  if (
    !signaturesIn(value, scheme).some(
      (s) => s.length === expected.length && timingSafeEqual(s, expected),
    )
  ) {
    refuse('The signature does not fit the body.');
  }
}

function given({ header, prefix, encoding, toleranceS }: SignatureConfig): Partial<Scheme> {
  return {
    ...(header && { header: header.toLowerCase() }),
    ...(prefix !== undefined && { prefix }),
    ...(encoding && { encoding }),
    ...(toleranceS !== undefined && { toleranceS }),
  };
}

function timeOf(scheme: Scheme, headers: Headers, value: string): string {
  if (scheme.timeHeader) return headers.get(scheme.timeHeader) ?? '';
  return /(?:^|,)\s*t=(\d+)/.exec(value)?.[1] ?? '';
}

/** A header may hold several signatures, so that secrets can be changed without a gap. */
function signaturesIn(value: string, { prefix, encoding }: Scheme): Buffer[] {
  const parts = prefix.endsWith(',') ? value.split(' ') : value.split(',');
  return parts
    .map((p) => p.trim())
    .filter((p) => p.startsWith(prefix))
    .map((p) => Buffer.from(p.slice(prefix.length), encoding));
}

function refuse(message: string): never {
  return fail(
    'bad_signature',
    message,
    'Sign the raw body with the secret that is set in the trigger.',
  );
}
