import type { Dial, Http } from '#sdk';

import { parseAllowList } from './allow-list.ts';
import { type CheckAddress, createAddressCheck, type Lookup } from './check-address.ts';
import { createPools } from './pools.ts';
import { createRequester } from './send-request.ts';

/** How to make an outbound client; only `allowPrivate` is needed. */
export interface OutboundOptions {
  /** Entries of ALLOWED_PRIVATE_HOSTS, see `parseAllowList`. */
  allowPrivate: string[];
  /** Most connections to one origin; more requests wait. Default 50. */
  connectionsPerHost?: number;
  /** Time to connect, TLS included, in milliseconds. Default 10 000. */
  connectTimeoutMs?: number;
  /** Instead of the system's resolver, for tests. */
  lookup?: Lookup;
}

/** The way out: HTTP, checked addresses for other protocols, and an end. */
export interface Outbound {
  http: Http;
  dial: Dial;
  /** Closes idle connections and waits for the others. */
  close(): Promise<void>;
}

/** Makes the outbound client of a process. Make one and keep it: it owns the connections. */
export function createOutbound(options: OutboundOptions): Outbound {
  const check = createAddressCheck(parseAllowList(options.allowPrivate), options.lookup);
  const pools = createPools({
    check,
    connections: options.connectionsPerHost ?? 50,
    connectTimeoutMs: options.connectTimeoutMs ?? 10_000,
  });
  return {
    http: { request: createRequester(pools) },
    dial: createDial(check),
    close: () => pools.close(),
  };
}

// IPv4 first: protocol clients try a single address, and IPv6 is the one that is often broken.
function createDial(check: CheckAddress): Dial {
  return async (host, port) => {
    const found = await check(host, port);
    const [best] = found.toSorted((a, b) => a.family - b.family);
    return { address: best?.address ?? host, family: best?.family === 6 ? 6 : 4 };
  };
}
