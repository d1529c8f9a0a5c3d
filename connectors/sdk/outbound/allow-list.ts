import ipaddr from 'ipaddr.js';

import { matches, plainAddress } from './address.ts';

interface Entry {
  host?: string;
  range?: ReturnType<typeof ipaddr.parseCIDR>;
  port?: number;
}

/** What the operator allows beyond public addresses. */
export interface AllowList {
  /** True when this address, reached under this name, may be dialled on this port. */
  allows(target: { host: string; address: string; port: number }): boolean;
}

/**
 * Reads entries such as `127.0.0.1:5432`, `10.0.0.0/8`, `[::1]:80`, `crm.internal`, `*.corp`. Without
 * a port an entry covers all ports. Throws one sentence when an entry cannot be read.
 */
export function parseAllowList(entries: string[]): AllowList {
  const parsed = entries
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(parseEntry);
  return {
    allows: ({ host, address, port }) =>
      parsed.some((entry) => {
        if (entry.port !== undefined && entry.port !== port) return false;
        return entry.range ? inRange(address, entry.range) : isNamed(host, entry.host ?? '');
      }),
  };
}

function parseEntry(text: string): Entry {
  const { host, port } = splitPort(text);
  const range = rangeOf(host);
  if (range) return { range, port };
  if (!/^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*$/i.test(host)) {
    throw new Error(
      `ALLOWED_PRIVATE_HOSTS: "${text}" is neither a host, an address nor a range such as 10.0.0.0/8.`,
    );
  }
  return { host: host.toLowerCase(), port };
}

function splitPort(text: string): { host: string; port?: number } {
  const parts = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(text);
  return {
    host: (parts?.[1] ?? text).replace(/[[\]]/g, ''),
    port: parts ? Number(parts[2]) : undefined,
  };
}

function rangeOf(host: string): Entry['range'] | undefined {
  if (ipaddr.isValidCIDR(host)) return ipaddr.parseCIDR(host);
  if (!ipaddr.IPv4.isValidFourPartDecimal(host) && !ipaddr.IPv6.isValid(host)) return undefined;
  const address = ipaddr.process(host);
  return [address, address.toByteArray().length * 8] as Entry['range'];
}

function inRange(text: string, range: NonNullable<Entry['range']>): boolean {
  const address = plainAddress(text);
  return address !== undefined && matches(address, range);
}

function isNamed(host: string, pattern: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : name === pattern;
}
