import type { ImapFlow } from 'imapflow';

import { invalidInput, type SocketContext, tlsOptions, useClient } from '#sdk';

import type { ImapConfig } from './config.ts';
import { explainError } from './explain-error.ts';

const CONNECT_MS = 10_000;
const ANSWER_MS = 60_000;
/** Largest message that is read, in bytes as it travels. */
export const MOST_MESSAGE_BYTES = 15 * 1024 * 1024;

/** The context of every action here. */
export type ImapContext = SocketContext<ImapConfig>;

/** Does work with a client that has signed in; it is closed in any case. */
export async function withServer<Result>(
  ctx: ImapContext,
  work: (client: ImapFlow) => Promise<Result>,
): Promise<Result> {
  const { host, port } = ctx.config;
  const { address } = await ctx.dial(host, port);
  const client = await clientTo(address, ctx);
  // What breaks rejects the command in hand; unheard, the event would end the process.
  client.on('error', () => undefined);
  const end = (): void => client.close();
  const use = { signal: ctx.signal, host: `${host}:${port}`, end, explain: explainError };
  return useClient(use, async () => {
    await client.connect();
    return work(client);
  });
}

/** Does work with an opened mailbox; `write` when it changes something there. */
export function withMailbox<Result>(
  ctx: ImapContext,
  { mailbox, write = false }: { mailbox: string; write?: boolean },
  work: (client: ImapFlow) => Promise<Result>,
): Promise<Result> {
  return withServer(ctx, async (client) => {
    await client.mailboxOpen(mailbox, { readOnly: !write });
    return work(client);
  });
}

/** Throws for a command that the server did not carry out, such as for messages that are gone. */
export function mustBeDone(done: unknown, what: string): void {
  if (done !== false && done !== undefined) return;
  throw invalidInput(`${what}: the server did not do it.`, {
    hint: 'Check that the messages are still there; ids of one mailbox mean nothing in another.',
    field: 'uids',
  });
}

async function clientTo(address: string, { config, credential }: ImapContext): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow');
  const { host, port, security, verify, ca } = config;
  const { user = '', password, token } = credential?.fields ?? {};
  const tls = tlsOptions({ host, ca, verify });
  return new Client({
    host: address,
    port,
    secure: security === 'tls',
    ...(security !== 'tls' && { doSTARTTLS: security === 'starttls' }),
    ...(tls.servername && { servername: tls.servername }),
    tls,
    auth: token === undefined ? { user, pass: password ?? '' } : { user, accessToken: token },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    maxLiteralSize: MOST_MESSAGE_BYTES,
  });
}
