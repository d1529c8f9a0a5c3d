import { createHmac, timingSafeEqual, verify, type KeyObject } from 'node:crypto';

import { fail } from '@patchbay/shared/base';
import type { SignatureRule } from '@patchbay/shared/catalog';

import { keyBytes, publicKey } from './signature-key.ts';
import { signedText, type Signed } from './signed-text.ts';

/** Refuses a request whose signature does not fit its raw bytes, or whose time is too far off. */
export function checkSignature(signed: Signed): void {
  const { rule, headers, now } = signed;
  const value = signed.proof ?? headers.get(rule.from);
  if (value === null) refuse(`The header ${rule.from} is missing.`);
  const time = timeOf(rule, headers, value);
  if (rule.toleranceS && !isNear(rule, time, now))
    refuse('The signature is too old, or a clock is off.');
  const id = rule.idHeader ? (headers.get(rule.idHeader) ?? '') : '';
  if (!isProven(signed, value, { time, id })) refuse('The signature does not fit the body.');
}

function isNear({ toleranceS = 0, timestampUnit }: SignatureRule, time: string, now: number) {
  const ms = Number(time) * (timestampUnit === 's' ? 1000 : 1);
  return Math.abs(now - ms) <= toleranceS * 1000;
}

function timeOf(rule: SignatureRule, headers: Headers, value: string): string {
  if (rule.timestampHeader) return headers.get(rule.timestampHeader) ?? '';
  return /(?:^|,)\s*t=(\d+)/.exec(value)?.[1] ?? '';
}

function isProven(signed: Signed, value: string, parts: { time: string; id: string }): boolean {
  const { rule } = signed;
  if (rule.algorithm === 'plain') return isSame(Buffer.from(value), keyBytes(signed));
  const text = signedText(signed, parts);
  const given = signaturesIn(value, rule);
  if (rule.algorithm !== 'ed25519' && rule.algorithm !== 'ecdsa-sha256') {
    const expected = createHmac(rule.algorithm, keyBytes(signed)).update(text).digest();
    return given.some((one) => isSame(one, expected));
  }
  const key = publicKey(signed);
  return key !== undefined && given.some((one) => fits(rule, key, { text, signature: one }));
}

function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function fits(
  { algorithm }: SignatureRule,
  key: KeyObject,
  { text, signature }: { text: Buffer; signature: Buffer },
): boolean {
  return verify(algorithm === 'ed25519' ? null : 'sha256', text, key, signature);
}

/** A header may hold several signatures, so that secrets can be changed without a gap. */
function signaturesIn(value: string, { prefix = '', encoding, separator }: SignatureRule) {
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part.startsWith(prefix))
    .map((part) => Buffer.from(part.slice(prefix.length), encoding));
}

function refuse(message: string): never {
  return fail(
    'bad_signature',
    message,
    'Sign the raw body with the secret that is set in the trigger.',
  );
}
