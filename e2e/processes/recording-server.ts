import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** One call that arrived. */
export interface RecordedCall {
  key: string;
  /** When it was here in full, ms since 1970. */
  at: number;
  body: unknown;
}

/** A peer that writes down every call by its idempotency key; `/hang` never answers. */
export interface RecordingServer {
  url: string;
  calls: RecordedCall[];
  /** Calls of one key, in the order they came. */
  callsOf(key: string): RecordedCall[];
  stop(): Promise<void>;
}

/** Starts the peer. Every answer takes `delayMs`, so that a crash finds calls under way. */
export async function startRecordingServer(delayMs = 0): Promise<RecordingServer> {
  const calls: RecordedCall[] = [];
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body: unknown = await json(request).catch(() => null);
    calls.push({ key: String(request.headers['idempotency-key']), at: Date.now(), body });
    if (request.url === '/hang') return;
    const answer = (): void => {
      response.setHeader('content-type', 'application/json').end('{"ok":true}');
    };
    if (delayMs > 0) setTimeout(answer, delayMs);
    else answer();
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    callsOf: (key) => calls.filter((call) => call.key === key),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
