import type { Exchange } from './exchange.ts';

const LEFT_OUT = new Set(['user-agent', 'accept-encoding', 'content-length']);

/** The request as a curl command for a shell; what is secret becomes `$SECRET`, to be set there. */
export function curlOf({ method, url, headers, body }: Exchange): string {
  const kept = Object.entries(headers).filter(([name]) => !LEFT_OUT.has(name));
  const parts = [
    `curl -X ${method} ${quoted(url)}`,
    ...kept.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
  ];
  return parts.join(' \\\n  ');
}

/** Text for a POSIX shell: nothing in it is expanded but our own placeholder. */
function quoted(text: string): string {
  const parts = text.split(/\[secret\]|%5Bsecret%5D/);
  return parts.map((part) => `'${part.replaceAll("'", `'\\''`)}'`).join('"$SECRET"');
}
