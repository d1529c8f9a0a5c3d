import { createHash } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { isIP, Socket } from 'node:net';
import { rootCertificates } from 'node:tls';

import { Agent, buildConnector, Pool } from 'undici';

import type { ClientTls } from '#sdk';

import type { CheckAddress } from './check-address.ts';
import { timeSocket } from './socket-times.ts';

/** What the pools need to know. */
export interface PoolOptions {
  check: CheckAddress;
  connections: number;
  connectTimeoutMs: number;
}

/** The pools of a process: the usual ones, and those of each client certificate. */
export interface Pools {
  agentFor(tls?: ClientTls): Agent;
  close(): Promise<void>;
}

/** Certificates whose connections are kept at a time; the one used longest ago makes room. */
const MOST_CERTIFICATES = 50;

/** One pool of kept connections for each origin, each of which checks the address it dials. */
export function createPools(options: PoolOptions): Pools {
  const usual = createAgent(options);
  const certified = new Map<string, Agent>();
  return {
    agentFor: (tls) => {
      if (!tls) return usual;
      const key = createHash('sha256').update(JSON.stringify(tls)).digest('base64');
      const agent = certified.get(key) ?? createAgent(options, tls);
      certified.delete(key);
      certified.set(key, agent);
      if (certified.size > MOST_CERTIFICATES) dropOldest(certified);
      return agent;
    },
    close: async () => {
      await Promise.all([usual, ...certified.values()].map((agent) => agent.close()));
    },
  };
}

function dropOldest(agents: Map<string, Agent>): void {
  const [oldest] = agents;
  if (!oldest) return;
  agents.delete(oldest[0]);
  // What is under way on it ends first; nobody has to wait for that here.
  void oldest[1].close();
}

function createAgent(
  { check, connections, connectTimeoutMs }: PoolOptions,
  tls?: ClientTls,
): Agent {
  return new Agent({
    factory: (origin) =>
      new Pool(origin, {
        connections,
        // One request at a time on a connection: a slow answer must not hold up another flow.
        pipelining: 1,
        allowH2: false,
        keepAliveTimeout: 10_000,
        connect: checkedConnector(new URL(origin), check, {
          timeout: connectTimeoutMs,
          ...tlsOf(tls),
        }),
      }),
  });
}

/** An authority of one's own is trusted beside the usual ones, not instead of them. */
function tlsOf(tls: ClientTls | undefined): buildConnector.BuildOptions {
  if (!tls) return {};
  const { certificate, privateKey, passphrase, ca } = tls;
  const trusted = ca ? { ca: [...rootCertificates, ca] } : {};
  return { cert: certificate, key: privateKey, passphrase: passphrase || undefined, ...trusted };
}

function checkedConnector(
  origin: URL,
  check: CheckAddress,
  settings: buildConnector.BuildOptions,
): buildConnector.connector {
  const port = Number(origin.port) || (origin.protocol === 'https:' ? 443 : 80);
  const open = buildConnector({ ...settings, allowH2: false, lookup: checkedLookup(port, check) });
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
