import { checkServerIdentity, type PeerCertificate } from 'node:tls';

import type { JsonObject } from '@patchbay/shared/base';
import type { Db, MongoClient, MongoClientOptions } from 'mongodb';

import { type ActionContext, chosenTls, clientKey, keepClients, parseWith, useClient } from '#sdk';

import { type MongoConfig, mongoConfig } from './config.ts';
import { explainError } from './explain-error.ts';

/** The context of every action here. */
export type MongoContext = Pick<
  ActionContext<unknown, MongoConfig>,
  'config' | 'credential' | 'connectionId' | 'dial' | 'signal'
>;

const CONNECT_MS = 10_000;
const clients = keepClients<MongoClient>({
  isOpen: () => true,
  close: (client) => client.close(),
});

/** Does work with the database of this connection. Every error comes out as a `ProblemError`. */
export function withMongo<Result>(
  ctx: MongoContext,
  work: (database: Db) => Promise<Result>,
): Promise<Result> {
  const { config, signal } = ctx;
  const host = `${config.host}:${config.port}`;
  const explain = (error: unknown): ReturnType<typeof explainError> => explainError(error, host);
  return useClient({ signal, host, explain, end: () => undefined }, async () => {
    const { address, family } = await ctx.dial(config.host, config.port);
    const server = `${family === 6 ? `[${address}]` : address}:${config.port}`;
    const open = (): Promise<MongoClient> => connect(ctx, server);
    return clients.use(clientKey(ctx, address), open, (client) => work(client.db(config.database)));
  });
}

/** The context with its settings checked. */
export function mongoContext(ctx: ActionContext | ActionContext<JsonObject>): MongoContext {
  return { ...ctx, config: parseWith(mongoConfig, ctx.config) };
}

async function connect(ctx: MongoContext, server: string): Promise<MongoClient> {
  const { MongoClient: Client } = await import('mongodb');
  const client = new Client(`mongodb://${server}/`, optionsOf(ctx));
  try {
    return await client.connect();
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** How the driver is to connect: to the checked address alone, judged by the name of the host. */
export function optionsOf({ config, credential }: MongoContext): MongoClientOptions {
  const trust = chosenTls(config);
  const { user = '', password = '' } = credential?.fields ?? {};
  return {
    appName: 'Patchbay',
    // Members that the server tells of have not been checked.
    directConnection: true,
    serverSelectionTimeoutMS: CONNECT_MS,
    connectTimeoutMS: CONNECT_MS,
    maxPoolSize: 5,
    ...(credential && { auth: { username: user, password }, authSource: config.authSource }),
    ...(trust === false
      ? { tls: false }
      : {
          tls: true,
          ...trust,
          checkServerIdentity: (_: string, peer: PeerCertificate) =>
            checkServerIdentity(config.host, peer),
        }),
  };
}
