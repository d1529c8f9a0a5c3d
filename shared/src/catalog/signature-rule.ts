import { z } from 'zod';

/**
 * How a sender proves itself: by a signature over a text that only the two sides can make, or by the
 * secret itself. Headers are read without regard to case, and everything is compared in constant time.
 */
export const signatureRuleSchema = z.object({
  /** Header, or `body.<path>`, that holds the signature; of `plain` the secret. */
  from: z.string(),
  /** `ed25519` and `ecdsa-sha256` take a public key for a secret; `plain` the secret as it is. */
  algorithm: z
    .enum(['sha256', 'sha1', 'sha512', 'ed25519', 'ecdsa-sha256', 'plain'])
    .default('sha256'),
  encoding: z.enum(['hex', 'base64']).default('hex'),
  /** Before each signature in the header, such as `sha256=`. */
  prefix: z.string().optional(),
  /** Between several signatures in the header: there may be more while a secret is changed. */
  separator: z.string().default(','),
  /**
   * What is signed. May hold `{body}`, `{timestamp}`, `{id}`, `{method}`, `{url}` (the address as it
   * was registered, with the query of the request) and `{form}`: the fields of a form in the order of
   * their names, each name followed by its value.
   */
  text: z.string().default('{body}'),
  /** Header of the time; without one it is the `t=` of the signature header, as `t=…,v1=…`. */
  timestampHeader: z.string().optional(),
  timestampUnit: z.enum(['s', 'ms']).default('s'),
  idHeader: z.string().optional(),
  /** How far the time may be off, in seconds; absent: any time is taken. */
  toleranceS: z.number().optional(),
  /** How the secret's text becomes the key, once `secretPrefix` is taken off. */
  key: z.enum(['text', 'base64', 'hex']).default('text'),
  secretPrefix: z.string().optional(),
});
export type SignatureRule = z.infer<typeof signatureRuleSchema>;
