import { z } from 'zod';

import { tlsOptions, type TlsTrust } from './tls-options.ts';

const MODES = ['verify-full', 'require', 'disable'] as const;

/** How a connection uses TLS: with the certificate checked, unchecked, or not at all. */
export type TlsMode = (typeof MODES)[number];

/** A connection with the fields of `tlsFields`. */
export interface ChosenTls {
  tls: TlsMode;
  ca?: string;
  host: string;
}

/** The two fields of a connection that say how it uses TLS; `order` is the place in the form. */
export function tlsFields(order: number): {
  tls: z.ZodType<TlsMode, TlsMode | undefined>;
  ca: z.ZodType<string | undefined, string | undefined>;
} {
  const tls = z
    .enum(MODES)
    .default('verify-full')
    .meta({
      title: 'TLS',
      description: 'Without a check of the certificate, somebody on the line can read the data.',
      'x-enumTitles': ['On, certificate checked', 'On, certificate not checked', 'Off'],
      'x-order': order,
    });
  const ca = z
    .string()
    .optional()
    .meta({
      title: 'Certificate authority',
      description: 'PEM text; only when the certificate comes from an authority of your own.',
      'x-multiline': true,
      'x-advanced': true,
      'x-order': order + 0.5,
    });
  return { tls, ca };
}

/** Options of TLS to a checked address by what a connection says there; false means none. */
export function chosenTls({ tls, host, ca }: ChosenTls): false | TlsTrust {
  return tls !== 'disable' && tlsOptions({ host, ca, verify: tls === 'verify-full' });
}
