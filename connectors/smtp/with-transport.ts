import type { Socket } from 'node:net';

import type { ProblemError } from '@patchbay/shared/base';
import type { Transporter } from 'nodemailer';

import { openSocket, type SocketContext, tlsOptions, useClient } from '#sdk';

import type { SmtpConfig } from './config.ts';
import { explainError } from './explain-error.ts';

const ANSWER_MS = 30_000;

/** The context of what is done here. */
export type SmtpContext = SocketContext<SmtpConfig>;

/** Does work with a transport over a socket of its own, which ends with the work. */
export function withTransport<Result>(
  ctx: SmtpContext,
  work: (transport: Transporter) => Promise<Result>,
): Promise<Result> {
  const host = `${ctx.config.host}:${ctx.config.port}`;
  let socket: Socket | undefined;
  const end = (): void => void socket?.destroy();
  const explain = (error: unknown): ProblemError | undefined => explainError(error, host);
  return useClient({ signal: ctx.signal, host, end, explain }, async () => {
    socket = await openSocket(ctx, ctx.config.host, ctx.config.port);
    return work(await transportOver(socket, ctx));
  });
}

async function transportOver(
  connection: Socket,
  { config, credential }: SmtpContext,
): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  const { host, port, security, verify, ca } = config;
  const { user, password: pass = '' } = credential?.fields ?? {};
  return createTransport({
    connection,
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: tlsOptions({ host, ca, verify }),
    ...(user && { auth: { user, pass } }),
    greetingTimeout: ANSWER_MS,
    socketTimeout: ANSWER_MS,
    // A message is made of what the flow gives, never of files or pages that this machine can reach.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
