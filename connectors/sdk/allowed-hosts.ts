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

/** True when the address is within `hosts`; `*.example.com` covers the names below it, `*` all. */
export function isAllowedHost(url: URL, hosts: string[]): boolean {
  return hosts.some((host) => {
    if (host === '*' || host === url.host || host === url.hostname) return true;
    return host.startsWith('*.') && url.hostname.endsWith(host.slice(1));
  });
}

// A full address keeps the credential on its port too: another service may listen on the next one.
function hostOf(text: string): string {
  if (!/^https?:\/\//i.test(text)) return text.toLowerCase();
  return URL.canParse(text) ? new URL(text).host : '';
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
