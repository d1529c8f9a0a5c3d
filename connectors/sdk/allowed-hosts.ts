import type { Json, JsonObject } from '@patchbay/shared/base';

/**
 * The hosts a credential may be sent to, with `{config.field}` filled in from the connection. A field
 * may hold a whole address; only its host (and port, if given) counts. Empty fields allow nothing.
 */
export function resolveAllowedHosts(patterns: string[], config: JsonObject): string[] {
  const filled = patterns.map((pattern) =>
    pattern.replace(/\{config\.(\w+)\}/g, (_, field: string) => textOf(config[field])),
  );
  return filled.map(hostOf).filter((host) => host !== '');
}

/**
 * True when the address is within `hosts`. An origin (`http://crm.internal:8080`) stands for itself
 * alone; a bare host wants TLS; `*.example.com` covers the names below it, `*` everything.
 */
export function isAllowedHost(url: URL, hosts: string[]): boolean {
  return hosts.some((host) => {
    if (host === '*' || host === url.origin) return true;
    if (host.includes('://') || url.protocol !== 'https:') return false;
    if (host.startsWith('*.')) return url.hostname.endsWith(host.slice(1));
    return host === url.host || host === url.hostname;
  });
}

// A whole address binds to its port and its TLS too: neither another service on the same machine nor
// somebody listening on the line may get the credential.
function hostOf(text: string): string {
  if (!/^https?:\/\//i.test(text)) return text.toLowerCase();
  return URL.canParse(text) ? new URL(text).origin : '';
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
