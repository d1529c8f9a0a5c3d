import { isIP } from 'node:net';
import { checkServerIdentity, type ConnectionOptions, type PeerCertificate } from 'node:tls';

import { z } from 'zod';

const MODES = ['verify-full', 'require', 'disable'] as const;

/** How a connection uses TLS: with the certificate checked, unchecked, or not at all. */
export type TlsMode = (typeof MODES)[number];

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

/**
 * Options of Node's `tls.connect` for a socket that goes to a checked address: the certificate is
 * judged by the name that the person gave.
 */
export function tlsOptions({
  mode,
  host,
  ca,
}: {
  mode: TlsMode;
  host: string;
  ca?: string;
}): false | ConnectionOptions {
  if (mode === 'disable') return false;
  // Servers of several names choose their certificate by it; an address is no name.
  const named = isIP(host) === 0 ? { servername: host } : {};
  if (mode === 'require') return { ...named, rejectUnauthorized: false };
  const checked = {
    checkServerIdentity: (_: string, peer: PeerCertificate) => checkServerIdentity(host, peer),
  };
  return { ...named, ca: ca || undefined, ...checked };
}
