import type { JsonObject } from '@patchbay/shared/base';
import type { Client } from 'ldapts';

import { type ActionContext, chosenTls, parseWith, type SocketContext, useClient } from '#sdk';

import { ldapConfig, type LdapConfig } from './config.ts';
import { explainError } from './explain-error.ts';

const CONNECT_MS = 10_000;
const ANSWER_MS = 60_000;

/** The context of every action here. */
export type LdapContext = SocketContext<LdapConfig>;

/** Who asks: an entry and its password. */
export interface Binding {
  dn: string;
  password: string;
}

/**
 * Does work with a client that is signed in, as the connection says or as `binding`, and that is
 * ended after it. Every error comes out as a `ProblemError`.
 */
export async function withLdap<Result>(
  ctx: LdapContext,
  work: (client: Client) => Promise<Result>,
  binding = bindingOf(ctx),
): Promise<Result> {
  const { config, signal } = ctx;
  let client: Client | undefined;
  const end = (): void => void client?.unbind().catch(() => undefined);
  const use = { signal, host: `${config.host}:${config.port}`, explain: explainError, end };
  return useClient(use, async () => {
    const { address, family } = await ctx.dial(config.host, config.port);
    const tls = chosenTls(config);
    const host = family === 6 ? `[${address}]` : address;
    const ldap = await import('ldapts');
    client = new ldap.Client({
      url: `${tls ? 'ldaps' : 'ldap'}://${host}:${config.port}`,
      tlsOptions: tls || undefined,
      connectTimeout: CONNECT_MS,
      timeout: ANSWER_MS,
    });
    if (binding) await client.bind(binding.dn, binding.password);
    return work(client);
  });
}

/** The context with its settings checked. */
export function ldapContext(ctx: ActionContext | ActionContext<JsonObject>): LdapContext {
  return { ...ctx, config: parseWith(ldapConfig, ctx.config) };
}

function bindingOf({ credential }: LdapContext): Binding | undefined {
  const { dn = '', password = '' } = credential?.fields ?? {};
  return dn === '' ? undefined : { dn, password };
}
