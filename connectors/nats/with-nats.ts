import { checkServerIdentity, type PeerCertificate } from 'node:tls';

import type { Authenticator, NatsConnection, TlsOptions } from '@nats-io/transport-node';
import type { JsonObject } from '@patchbay/shared/base';

import {
  type ActionContext,
  authExpired,
  chosenTls,
  clientKey,
  type Credential,
  keepClients,
  parseWith,
  type rejected,
  useClient,
} from '#sdk';

import { natsConfig, type NatsConfig } from './config.ts';
import { explainError } from './explain-error.ts';

const CONNECT_MS = 10_000;

/** The context of every action here. */
export type NatsContext = Pick<
  ActionContext<unknown, NatsConfig>,
  'config' | 'credential' | 'connectionId' | 'dial' | 'signal'
>;

const clients = keepClients<NatsConnection>({
  isOpen: (client) => !client.isClosed(),
  close: (client) => client.close(),
});

/** Does work with a client of this connection. Every error comes out as a `ProblemError`. */
export async function withNats<Result>(
  ctx: NatsContext,
  work: (client: NatsConnection) => Promise<Result>,
): Promise<Result> {
  const { config, signal } = ctx;
  const host = `${config.host}:${config.port}`;
  const explain = (error: unknown): ReturnType<typeof rejected> | undefined =>
    explainError(error, host);
  return useClient({ signal, host, explain, end: () => undefined }, async () => {
    const { address, family } = await ctx.dial(config.host, config.port);
    const server = `${family === 6 ? `[${address}]` : address}:${config.port}`;
    return clients.use(clientKey(ctx, address), () => open(ctx, server), work);
  });
}

/** The context with its settings checked. */
export function natsContext(ctx: ActionContext | ActionContext<JsonObject>): NatsContext {
  return { ...ctx, config: parseWith(natsConfig, ctx.config) };
}

async function open({ config, credential }: NatsContext, server: string): Promise<NatsConnection> {
  const { connect } = await import('@nats-io/transport-node');
  return connect({
    servers: server,
    name: 'Patchbay',
    authenticator: credential && (await authenticator(credential)),
    // `null` refuses TLS even where the server offers it.
    tls: tlsOf(config),
    timeout: CONNECT_MS,
    reconnect: false,
    // Addresses that the server tells of have not been checked.
    ignoreClusterUpdates: true,
  });
}

// The client hands over a socket without a name, which Node would take for localhost.
function tlsOf(config: NatsConfig): TlsOptions | null {
  const trust = chosenTls(config);
  const judged = {
    checkServerIdentity: (_: string, peer: PeerCertificate) =>
      checkServerIdentity(config.host, peer),
  };
  return trust === false ? null : { ...trust, ...judged };
}

async function authenticator({ scheme, fields }: Credential): Promise<Authenticator> {
  const nats = await import('@nats-io/transport-node');
  const { user = '', password, token = '' } = fields;
  if (scheme === 'token') return nats.tokenAuthenticator(token);
  if (scheme === 'user') return nats.usernamePasswordAuthenticator(user, password);
  try {
    return nats.credsAuthenticator(new TextEncoder().encode(fields.creds));
  } catch {
    throw authExpired('The text is not that of a credentials file.');
  }
}
