import type { LookupFunction } from 'node:net';
import { isIP, Socket } from 'node:net';

import { Agent, buildConnector, Pool } from 'undici';

import type { CheckAddress } from './check-address.ts';
import { timeSocket } from './socket-times.ts';

/** What the pools need to know. */
export interface PoolOptions {
  check: CheckAddress;
  connections: number;
  connectTimeoutMs: number;
}

/** One pool of kept connections for each origin, each of which checks the address it dials. */
export function createPools({ check, connections, connectTimeoutMs }: PoolOptions): Agent {
  return new Agent({
    factory: (origin) =>
      new Pool(origin, {
        connections,
        // One request at a time on a connection: a slow answer must not hold up another flow.
        pipelining: 1,
        allowH2: false,
        keepAliveTimeout: 10_000,
        connect: checkedConnector(new URL(origin), check, connectTimeoutMs),
      }),
  });
}

function checkedConnector(
  origin: URL,
  check: CheckAddress,
  timeout: number,
): buildConnector.connector {
  const port = Number(origin.port) || (origin.protocol === 'https:' ? 443 : 80);
  const open = buildConnector({ timeout, allowH2: false, lookup: checkedLookup(port, check) });
  const connect: buildConnector.connector = (options, callback) => {
    const begun = performance.now();
    // It gives the socket, though its type does not say so.
    const socket: unknown = open(options, callback);
    if (socket instanceof Socket) timeSocket(socket, begun);
  };
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, '');
    // Node dials a literal address without a lookup, so the check has to happen here.
    if (isIP(host) === 0) return connect(options, callback);
    check(host, port).then(
      () => connect({ ...options, hostname: host }, callback),
      (error: Error) => callback(error, null),
    );
  };
}

// The addresses that were checked are the ones handed to the socket: nothing is resolved again.
function checkedLookup(port: number, check: CheckAddress): LookupFunction {
  return (host, options, callback) => {
    check(host, port).then(
      (found) => {
        const [first] = found;
        if (options.all) callback(null, found);
        else callback(null, first?.address ?? '', first?.family ?? 4);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}
