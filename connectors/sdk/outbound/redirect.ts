import { rejected } from '#sdk';
import type { EncodedBody } from '#sdk';

/** One hop: what is sent, and where. */
export interface Hop {
  url: URL;
  method: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: EncodedBody | undefined;
}

const ALWAYS_SECRET = new Set(['authorization', 'cookie', 'proxy-authorization']);
const LOOKS_SECRET = /auth|cookie|token|secret|password|passwd|signature|api-?key|credential/;

/** Status codes that carry a `Location` to follow. */
export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/**
 * The next hop. Another origin gets neither credentials nor headers that look like one; 303, and 301
 * or 302 after a POST, turn into GET without a body, as browsers do.
 */
export function nextHop(
  hop: Hop,
  { status, location }: { status: number; location: string },
  secret: string[],
): Hop {
  const url = URL.canParse(location, hop.url) ? new URL(location, hop.url) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw rejected(`${hop.url.host} redirects to an address that is not http or https.`);
  }
  const toGet = status === 303 ? hop.method !== 'HEAD' : status < 303 && hop.method === 'POST';
  const crosses = url.origin !== hop.url.origin;
  const kept = Object.entries(hop.headers).filter(([name]) => {
    if (toGet && name.startsWith('content-')) return false;
    return !(crosses && isSecretHeader(name, secret));
  });
  const headers = Object.fromEntries(kept);
  return toGet ? { url, method: 'GET', headers, body: undefined } : { ...hop, url, headers };
}

/** True for a header that carries, or looks as if it carries, a credential. */
export function isSecretHeader(name: string, secret: string[]): boolean {
  return ALWAYS_SECRET.has(name) || secret.includes(name) || LOOKS_SECRET.test(name);
}
