import type { Socket } from 'node:net';

/** When a connection was begun and got on, in ms of `performance.now`. */
export interface SocketTimes {
  begun: number;
  resolved?: number;
  connected?: number;
  secured?: number;
  /** A request has used it before. */
  used: boolean;
}

const known = new WeakMap<object, SocketTimes>();

/** Notes how a connection gets on; `socket` is being opened. */
export function timeSocket(socket: Socket, begun: number): void {
  const times: SocketTimes = { begun, used: false };
  known.set(socket, times);
  socket.once('lookup', () => (times.resolved = performance.now()));
  socket.once('connect', () => (times.connected = performance.now()));
  socket.once('secureConnect', () => (times.secured = performance.now()));
}

export function timesOf(socket: object): SocketTimes | undefined {
  return known.get(socket);
}
