import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';

/** What a connection says of TLS. */
export interface TlsChoice {
  /** The name that the person gave; the certificate must be for it, whatever address is dialled. */
  host: string;
  /** PEM text of an authority of one's own. */
  ca?: string;
  /** False: any certificate will do. */
  verify: boolean;
}

/** TLS to a checked address, judged by the host's name. */
export function tlsOptions({ host, ca, verify }: TlsChoice): ConnectionOptions {
  const named = isIP(host) === 0 ? { servername: host } : {};
  return { ...named, ...(ca && { ca }), rejectUnauthorized: verify };
}
