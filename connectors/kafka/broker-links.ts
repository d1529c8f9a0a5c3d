import { isIP } from 'node:net';

import type { Broker, Connection, ConnectionPool } from '@platformatic/kafka';

import type { Dial } from '#sdk';

/** Connections to the brokers of a cluster, each to an address that was checked. */
export interface BrokerLinks {
  open: (broker: Broker) => Promise<Connection>;
  /** Has a client of the library take its connections from here. */
  serve(pool: ConnectionPool): void;
  close(): Promise<void>;
}

/**
 * Every broker that a cluster announces is dialled like any other host: its address is checked, and
 * the certificate must be for its name. `make` gives a connection that is not open yet.
 */
export function openLinks(
  dial: Dial,
  make: (servername: string | undefined) => Connection,
): BrokerLinks {
  const known = new Map<string, Promise<Connection>>();

  async function connect(key: string, { host, port }: Broker): Promise<Connection> {
    const { address } = await dial(host, port);
    const connection = make(isIP(host) === 0 ? host : undefined);
    const forget = (): unknown => known.delete(key);
    connection.on('close', forget).on('error', forget);
    await connection.connect(address, port);
    return connection;
  }

  function open(broker: Broker): Promise<Connection> {
    const key = `${broker.host}:${broker.port}`;
    const found = known.get(key);
    if (found) return found;
    const made = connect(key, broker);
    known.set(key, made);
    made.catch(() => known.delete(key));
    return made;
  }

  // As the library's pool is asked: with a callback, or for a promise.
  function get(
    broker: Broker,
    callback?: (error: unknown, found?: Connection) => void,
  ): Promise<Connection> | undefined {
    const found = open(broker);
    if (!callback) return found;
    found.then((connection) => callback(null, connection), callback);
    return undefined;
  }

  return {
    open,
    serve: (pool) => void Object.assign(pool, { get }),
    close: async () => {
      const all = await Promise.allSettled(known.values());
      const opened = all.filter((one) => one.status === 'fulfilled');
      await Promise.allSettled(opened.map(({ value }) => value.close()));
    },
  };
}
