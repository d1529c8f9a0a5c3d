import { isIP } from 'node:net';

/** What a connection says of TLS. */
export interface TlsChoice {
  /** The name that the person gave; the certificate must be for it, whatever address is dialled. */
  host: string;
  /** PEM text of an authority of one's own. */
  ca?: string;
  /** False: any certificate will do. */
  verify: boolean;
}

/** Options of Node's `tls.connect` that say whom to trust. */
export interface TlsTrust {
  servername?: string;
  ca?: string;
  rejectUnauthorized: boolean;
}

/** TLS to a checked address, judged by the host's name. */
export function tlsOptions({ host, ca, verify }: TlsChoice): TlsTrust {
  const named = isIP(host) === 0 ? { servername: host } : {};
  return { ...named, ...(ca && { ca }), rejectUnauthorized: verify };
}
