import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

import type { ActionContext } from './context.ts';

const CONNECT_MS = 10_000;

/**
 * A connected socket to a host whose address was checked; the caller destroys it. Errors are those
 * of Node, for `networkProblem`.
 */
export async function openSocket(
  { dial, signal }: Pick<ActionContext, 'dial' | 'signal'>,
  host: string,
  port: number,
): Promise<Socket> {
  const { address, family } = await dial(host, port);
  const socket = connect({ host: address, port, family });
  const late = AbortSignal.timeout(CONNECT_MS);
  try {
    await once(socket, 'connect', { signal: AbortSignal.any([signal, late]) });
  } catch (error) {
    socket.destroy();
    if (late.aborted) throw Object.assign(new Error('too late'), { code: 'ETIMEDOUT' });
    throw error;
  }
  // Whoever uses the socket hears of its end; a reset in between must not end the process.
  socket.on('error', () => undefined);
  return socket;
}
