import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { promisify } from 'node:util';

import type { ProblemError } from '@patchbay/shared/base';
import type { Client, ConnectConfig, SFTPWrapper } from 'ssh2';

import { openSocket, rejected, type SocketContext, useClient } from '#sdk';

import type { SftpConfig } from './config.ts';
import { explainError } from './explain-error.ts';

const HANDSHAKE_MS = 20_000;

/** The context of every action here. */
export type SftpContext = SocketContext<SftpConfig>;

/** Does work with a session that has signed in to the server whose key was confirmed. */
export async function withSftp<Result>(
  ctx: SftpContext,
  work: (sftp: SFTPWrapper) => Promise<Result>,
): Promise<Result> {
  const { host, port } = ctx.config;
  const ssh = await import('ssh2');
  const client = new ssh.Client();
  let socket: Socket | undefined;
  const end = (): void => {
    client.destroy();
    socket?.destroy();
  };
  const use = { signal: ctx.signal, host: `${host}:${port}`, end, explain: explainError };
  return useClient(use, async () => {
    socket = await openSocket(ctx, host, port);
    await signIn(client, socket, ctx);
    return work(await promisify(client.sftp.bind(client))());
  });
}

function signIn(client: Client, sock: Socket, { config, credential }: SftpContext): Promise<void> {
  const { user, password, privateKey, passphrase } = credential?.fields ?? {};
  let refused: ProblemError | undefined;
  const hostVerifier = (key: Buffer): boolean => {
    refused = keyProblem(fingerprintOf(key), config);
    return refused === undefined;
  };
  const how: ConnectConfig = { sock, username: user, hostVerifier, readyTimeout: HANDSHAKE_MS };
  return new Promise((resolve, reject) => {
    client.once('ready', resolve);
    // Stays: an error after the work is nobody's, and unheard it would end the process.
    client.on('error', (error) => reject(refused ?? error));
    client.once('close', () => reject(refused ?? new Error('closed')));
    client.connect({ ...how, password, privateKey, passphrase });
  });
}

function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64').replace(/=$/, '');
}

function keyProblem(shown: string, { host, hostKey }: SftpConfig): ProblemError | undefined {
  const known = hostKey?.replace(/^SHA256:/, '').replace(/=$/, '');
  if (known === shown) return undefined;
  const details = { fingerprint: `SHA256:${shown}` };
  if (known === undefined || known === '') {
    return rejected(`${host} shows the key SHA256:${shown}, which nobody has confirmed yet.`, {
      hint: 'Compare it with what its administrator says (ssh-keygen -lf), then enter it in the connection.',
      details,
    });
  }
  return rejected(`${host} shows another key than the connection knows: SHA256:${shown}.`, {
    hint: 'Ask its administrator whether the key was changed; if not, somebody is in between.',
    details,
  });
}
