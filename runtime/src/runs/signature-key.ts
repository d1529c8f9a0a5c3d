import { createPublicKey, type KeyObject } from 'node:crypto';

import type { SignatureRule } from '@patchbay/shared/catalog';

interface Secret {
  rule: Pick<SignatureRule, 'algorithm' | 'key' | 'secretPrefix'>;
  secret: string;
}

/** The bytes that a secret's text stands for. */
export function keyBytes({ rule, secret }: Secret): Buffer {
  const { key, secretPrefix = '' } = rule;
  const text = secret.startsWith(secretPrefix) ? secret.slice(secretPrefix.length) : secret;
  return Buffer.from(text, key === 'text' ? 'utf8' : key);
}

/** The public key that the text stands for; undefined when it is none. */
export function publicKey(from: Secret): KeyObject | undefined {
  const bytes = keyBytes(from);
  try {
    if (from.rule.algorithm !== 'ed25519')
      return createPublicKey({ key: bytes, format: 'der', type: 'spki' });
    const x = bytes.toString('base64url');
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    return undefined;
  }
}
