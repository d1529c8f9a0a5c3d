import type { JsonObject } from '@patchbay/shared/base';
import type { IClientOptions, MqttClient } from 'mqtt';

import { type ActionContext, chosenTls, clientKey, keepClients, parseWith, useClient } from '#sdk';

import { mqttConfig, type MqttConfig } from './config.ts';
import { explainError } from './explain-error.ts';

const CONNECT_MS = 10_000;

/** The context of every action here. */
export type MqttContext = Pick<
  ActionContext<unknown, MqttConfig>,
  'config' | 'credential' | 'connectionId' | 'dial' | 'signal'
>;

const clients = keepClients<MqttClient>({
  isOpen: (client) => client.connected,
  close: (client) => client.endAsync(true),
});

/** Does work with a client that others share, so without subscriptions. */
export function withSharedMqtt<Result>(
  ctx: MqttContext,
  work: (client: MqttClient) => Promise<Result>,
): Promise<Result> {
  return withinCall(ctx, (address) =>
    clients.use(clientKey(ctx, address), () => open(ctx, address), work),
  );
}

/** Does work with a client of its own, which may subscribe. */
export function withOwnMqtt<Result>(
  ctx: MqttContext,
  work: (client: MqttClient) => Promise<Result>,
): Promise<Result> {
  return withinCall(ctx, async (address) => {
    const client = await open(ctx, address);
    try {
      return await work(client);
    } finally {
      await client.endAsync(true);
    }
  });
}

/** The context with its settings checked. */
export function mqttContext(ctx: ActionContext | ActionContext<JsonObject>): MqttContext {
  return { ...ctx, config: parseWith(mqttConfig, ctx.config) };
}

// Every error comes out as a `ProblemError`.
function withinCall<Result>(
  ctx: MqttContext,
  work: (address: string) => Promise<Result>,
): Promise<Result> {
  const { config, signal } = ctx;
  const host = `${config.host}:${config.port}`;
  const use = { signal, host, explain: explainError, end: () => undefined };
  return useClient(use, async () => work((await ctx.dial(config.host, config.port)).address));
}

async function open({ config, credential }: MqttContext, address: string): Promise<MqttClient> {
  const tls = chosenTls(config);
  const options: IClientOptions = {
    host: address,
    port: config.port,
    protocol: tls ? 'mqtts' : 'mqtt',
    ...tls,
    protocolVersion: config.version === '5' ? 5 : 4,
    username: credential?.fields.user,
    password: credential?.fields.password,
    clean: true,
    // A client that lost its connection is replaced by the next step.
    reconnectPeriod: 0,
    connectTimeout: CONNECT_MS,
    queueQoSZero: false,
  };
  const { connectAsync } = await import('mqtt');
  return connectAsync(options);
}
