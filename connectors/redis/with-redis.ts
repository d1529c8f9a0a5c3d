import type { JsonObject } from '@patchbay/shared/base';
import type { Redis } from 'ioredis';

import {
  type ActionContext,
  authExpired,
  chosenTls,
  clientKey,
  keepClients,
  parseWith,
  rejected,
  unavailable,
  useClient,
} from '#sdk';

import { redisConfig, type RedisConfig } from './config.ts';
import { errorRules } from './error-rules.ts';

const CONNECT_MS = 10_000;

/** The context of every action here. */
export type RedisContext = Pick<
  ActionContext<unknown, RedisConfig>,
  'config' | 'credential' | 'connectionId' | 'dial' | 'signal'
>;

const clients = keepClients<Redis>({
  isOpen: ({ status }) => status === 'ready',
  close: (client) => client.disconnect(),
});

/** Does work with a client of this connection. Every error comes out as a `ProblemError`. */
export async function withRedis<Result>(
  ctx: RedisContext,
  work: (client: Redis) => Promise<Result>,
): Promise<Result> {
  const { config, signal } = ctx;
  const host = `${config.host}:${config.port}`;
  const use = { signal, host, explain: explainError, end: () => undefined };
  return useClient(use, async () => {
    const { address } = await ctx.dial(config.host, config.port);
    return clients.use(clientKey(ctx, address), () => open(ctx, address), work);
  });
}

/** The context with its settings checked. */
export function redisContext(ctx: ActionContext | ActionContext<JsonObject>): RedisContext {
  return { ...ctx, config: parseWith(redisConfig, ctx.config) };
}

async function open({ config, credential }: RedisContext, address: string): Promise<Redis> {
  const { Redis: Client } = await import('ioredis');
  const client = new Client({
    host: address,
    port: config.port,
    username: credential?.fields.user || undefined,
    password: credential?.fields.password,
    tls: chosenTls(config) || undefined,
    connectTimeout: CONNECT_MS,
    connectionName: 'patchbay',
    lazyConnect: true,
    // A client that lost its connection is replaced by the next step.
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let reason: Error | undefined;
  client.on('error', (error: Error) => (reason = error));
  try {
    await client.connect();
    // The client itself would not say when there is no such database.
    if (config.database > 0) await client.select(config.database);
    return client;
  } catch (error) {
    client.disconnect();
    throw isReply(error) ? error : (reason ?? error);
  }
}

function isReply(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError';
}

function explainError(error: unknown): ReturnType<typeof rejected> | undefined {
  if (!isReply(error)) return undefined;
  const code = /^[A-Z]+(?= )/.exec(error.message)?.[0];
  if (!code) return undefined;
  const rule = errorRules.find(({ when }) => when.code === code);
  const words = error.message.replace(/\.?$/, '.');
  const message = rule ? `${rule.title}: ${words}` : words;
  const detail = { hint: rule?.hint, details: { code } };
  if (code === 'NOAUTH' || code === 'WRONGPASS') return authExpired(message, detail);
  const transient = ['LOADING', 'BUSY', 'TRYAGAIN', 'MASTERDOWN', 'CLUSTERDOWN'].includes(code);
  return transient ? unavailable(message, detail) : rejected(message, detail);
}
