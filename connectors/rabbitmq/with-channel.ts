import type { JsonObject } from '@patchbay/shared/base';
import type { ChannelModel, ConfirmChannel } from 'amqplib';

import {
  type ActionContext,
  authExpired,
  chosenTls,
  clientKey,
  keepClients,
  parseWith,
  useClient,
} from '#sdk';

import { rabbitConfig, type RabbitConfig } from './config.ts';
import { explainError } from './explain-error.ts';

const CONNECT_MS = 10_000;
const HEARTBEAT_S = 20;

/** The context of every action here. */
export type RabbitContext = Pick<
  ActionContext<unknown, RabbitConfig>,
  'config' | 'credential' | 'connectionId' | 'dial' | 'signal'
>;

interface Client {
  model: ChannelModel;
  open: boolean;
}

const clients = keepClients<Client>({
  isOpen: ({ open: isOpen }) => isOpen,
  close: ({ model }) => model.close(),
});

/**
 * Does work on a channel of its own, for an error ends a channel; the connection is shared. Every
 * error comes out as a `ProblemError`.
 */
export async function withChannel<Result>(
  ctx: RabbitContext,
  work: (channel: ConfirmChannel, client: Client) => Promise<Result>,
): Promise<Result> {
  const { config, signal } = ctx;
  const host = `${config.host}:${config.port}`;
  const use = { signal, host, explain: explainError, end: () => undefined };
  return useClient(use, async () => {
    const { address } = await ctx.dial(config.host, config.port);
    const key = clientKey(ctx, address);
    return clients.use(
      key,
      () => open(ctx, address),
      (client) => onChannel(client, work),
    );
  });
}

/** A channel on a connection of its own, for messages that wait for their confirmation. */
export async function openChannel(
  ctx: RabbitContext,
): Promise<{ channel: ConfirmChannel; close: () => Promise<void> }> {
  const { config, signal } = ctx;
  const use = { signal, host: `${config.host}:${config.port}`, explain: explainError };
  return useClient({ ...use, end: () => undefined }, async () => {
    const { address } = await ctx.dial(config.host, config.port);
    const { model } = await open(ctx, address);
    const channel = await model.createConfirmChannel();
    channel.on('error', () => undefined);
    return { channel, close: () => model.close().catch(() => undefined) };
  });
}

/** The context with its settings checked. */
export function rabbitContext(ctx: ActionContext | ActionContext<JsonObject>): RabbitContext {
  return { ...ctx, config: parseWith(rabbitConfig, ctx.config) };
}

async function onChannel<Result>(
  client: Client,
  work: (channel: ConfirmChannel, client: Client) => Promise<Result>,
): Promise<Result> {
  const channel = await client.model.createConfirmChannel();
  let broken: Error | undefined;
  channel.on('error', (error: Error) => (broken = error));
  try {
    return await work(channel, client);
  } catch (error) {
    // The broker's reason says more than what the waiting call was told.
    throw broken ?? error;
  } finally {
    if (!broken && client.open) await channel.close().catch(() => undefined);
  }
}

async function open({ config, credential }: RabbitContext, address: string): Promise<Client> {
  if (!credential) throw authExpired('This connection has no user and password.');
  const tls = chosenTls(config);
  const { connect } = await import('amqplib');
  const model = await connect(
    {
      protocol: tls ? 'amqps' : 'amqp',
      hostname: address,
      port: config.port,
      username: credential.fields.user,
      password: credential.fields.password ?? '',
      vhost: config.vhost,
      heartbeat: HEARTBEAT_S,
    },
    { ...tls, timeout: CONNECT_MS, clientProperties: { connection_name: 'Patchbay' } },
  );
  const client = { model, open: true };
  model.on('close', () => (client.open = false));
  model.on('error', () => (client.open = false));
  return client;
}
