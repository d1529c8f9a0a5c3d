import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A peer whose answers wait until the test lets them go. */
export interface Gate {
  url: string;
  /** Answers the next call, once it is there. */
  letPass(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the peer. */
export async function openGate(): Promise<Gate> {
  const held: ServerResponse[] = [];
  const server = createServer((_request, response) => {
    held.push(response.setHeader('content-type', 'application/json'));
    server.emit('held');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letPass: async () => {
      if (held.length === 0) await once(server, 'held');
      held.shift()?.end('{}');
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
