import type { JsonObject } from '@patchbay/shared/base';
import type { Admin, Broker, Connection, Producer } from '@platformatic/kafka';

import {
  type ActionContext,
  chosenTls,
  clientKey,
  type Credential,
  keepClients,
  parseWith,
  useClient,
} from '#sdk';

import { openLinks } from './broker-links.ts';
import { kafkaConfig, type KafkaConfig } from './config.ts';
import { explainError } from './explain-error.ts';

const CONNECT_MS = 10_000;
const REQUEST_MS = 30_000;
const NAME = 'Patchbay';

/** The context of every action here. */
export type KafkaContext = Pick<
  ActionContext<unknown, KafkaConfig>,
  'config' | 'credential' | 'connectionId' | 'dial' | 'signal'
>;

/** A cluster that is connected to. */
export interface Kafka {
  admin: Admin;
  producer: Producer;
  open(broker: Broker): Promise<Connection>;
  close(): Promise<unknown>;
}

const clusters = keepClients<Kafka>({ isOpen: () => true, close: (kafka) => kafka.close() });

/** Does work with a cluster. Every error comes out as a `ProblemError`. */
export async function withKafka<Result>(
  ctx: KafkaContext,
  work: (kafka: Kafka) => Promise<Result>,
): Promise<Result> {
  const { config, signal } = ctx;
  const host = `${config.host}:${config.port}`;
  const explain = (error: unknown): ReturnType<typeof explainError> => explainError(error, host);
  return useClient({ signal, host, explain, end: () => undefined }, async () => {
    const { address } = await ctx.dial(config.host, config.port);
    return clusters.use(clientKey(ctx, address), () => connect(ctx), work);
  });
}

/** The context with its settings checked. */
export function kafkaContext(ctx: ActionContext | ActionContext<JsonObject>): KafkaContext {
  return { ...ctx, config: parseWith(kafkaConfig, ctx.config) };
}

async function connect({ config, credential, dial }: KafkaContext): Promise<Kafka> {
  const library = await import('@platformatic/kafka');
  const trust = chosenTls(config);
  const transport = {
    connectTimeout: CONNECT_MS,
    requestTimeout: REQUEST_MS,
    ...(credential && { sasl: signInOf(credential) }),
  };
  const links = openLinks(dial, (servername) => {
    const tls = trust && { tls: { ...trust, servername }, tlsServerName: servername };
    return new library.Connection(NAME, { ...transport, ...tls });
  });
  const { host, port } = config;
  const common = {
    clientId: NAME,
    bootstrapBrokers: [{ host, port }],
    retries: 2,
    retryDelay: 200,
  };
  const admin = new library.Admin(common);
  const producer = new library.Producer(common);
  for (const { connections } of [admin, producer]) links.serve(connections);
  const close = (): Promise<unknown> =>
    Promise.allSettled([admin.close(), producer.close(), links.close()]);
  // A sign-in that is refused is told here, not in the middle of the work.
  await links.open({ host, port });
  return { admin, producer, open: links.open, close };
}

function signInOf({ fields }: Credential) {
  const { mechanism, user, password } = fields;
  const mechanisms = { PLAIN: 'PLAIN', 'SCRAM-SHA-256': 'SCRAM-SHA-256' } as const;
  const known = mechanisms[mechanism as keyof typeof mechanisms] ?? 'SCRAM-SHA-512';
  return { mechanism: known, username: user, password };
}
