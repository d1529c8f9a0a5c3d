import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A real HTTP server on a free loopback port, for tests. */
export interface Loopback {
  url: string;
  port: number;
  /** What it received: `METHOD path`. */
  seen: string[];
  stop(): Promise<void>;
}

/** Starts a server that answers with `listener`. */
export async function startLoopback(listener: RequestListener): Promise<Loopback> {
  const seen: string[] = [];
  const server: Server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    listener(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    seen,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** What a server sees of a request, as a client can compare it. */
export interface Echo {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** A listener that answers with what it received, as JSON. */
export const echo: RequestListener = (request, response) => {
  void describeRequest(request).then((seen) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(seen));
  });
};

async function describeRequest(request: IncomingMessage): Promise<Echo> {
  const { method = '', url = '', headers } = request;
  const plain = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return { method, path: url, headers: Object.fromEntries(plain), body: await text(request) };
}
