import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

import type { Program } from '#sdk';

/** What differs from one start of the server to the next. */
export interface ToolServerOptions {
  /** Offers `refund`, and takes `currency` in `invoice`. */
  newer?: boolean;
  /** The header every request must have; else the answer is 401. */
  authorization?: string;
  /** Or what decides about that header, and where people sign in (RFC 9728). */
  signIn?: { accepts: (authorization: string) => Promise<boolean>; issuer: string; scope: string };
}

/** An MCP server as its own SDK makes them: tools of every kind, and some that fail. */
export function makeToolServer({ newer = false }: ToolServerOptions = {}): McpServer {
  const server = new McpServer(
    { name: 'ledger', title: 'Ledger', version: newer ? '2.0.0' : '1.0.0' },
    { instructions: 'Keeps invoices and what was paid.' },
  );
  const amount = z.object({ value: z.number(), currency: z.string().default('EUR') });
  server.registerTool(
    'get_total',
    {
      title: 'Get the total',
      description: 'Adds up what is open.',
      inputSchema: z.object({ customer: z.string() }),
      outputSchema: z.object({ customer: z.string(), total: amount }),
      annotations: { readOnlyHint: true },
    },
    ({ customer }) => answer({ customer, total: { value: 12.5, currency: 'EUR' } }),
  );
  const line = z.object({ text: z.string(), price: z.number() });
  const lines = z.object({ lines: z.array(line).min(1), number: z.string().optional() });
  server.registerTool(
    newer ? 'refund' : 'void',
    { annotations: { destructiveHint: true, idempotentHint: true } },
    () => ({ content: [{ type: 'text', text: 'done' }] }),
  );
  server.registerTool(
    'invoice',
    { inputSchema: newer ? lines.extend({ currency: z.string() }) : lines },
    (input) => ({ content: [{ type: 'text', text: JSON.stringify(input) }] }),
  );
  addOddTools(server);
  return server;
}

function answer<T extends Record<string, unknown>>(
  value: T,
): {
  content: { type: 'text'; text: string }[];
  structuredContent: T;
} {
  return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: value };
}

function addOddTools(server: McpServer): void {
  server.registerTool('picture', {}, () => ({
    content: [
      { type: 'text', text: 'Here it is.' },
      { type: 'image', data: 'AAEC', mimeType: 'image/png' },
      { type: 'resource_link', uri: 'file:///a.txt', name: 'a.txt' },
      { type: 'resource', resource: { uri: 'file:///dir/b.bin', blob: 'AQ==', mimeType: 'a/b' } },
      { type: 'resource', resource: { uri: 'file:///c.txt', text: 'And this.' } },
    ],
  }));
  server.registerTool('fail', {}, () => ({
    content: [{ type: 'text', text: 'The ledger is closed until Monday.' }],
    isError: true,
  }));
  server.registerTool('hang', {}, () => new Promise<never>(() => undefined));
  server.registerTool('env', {}, () => ({
    content: [{ type: 'text', text: JSON.stringify(process.env) }],
  }));
}

/** The same server as a program; for other modes see `tool-server-process.ts`. */
export function toolProgram(mode: string, pidFile = ''): Program {
  const file = fileURLToPath(new URL('tool-server-process.ts', import.meta.url));
  const env = { LEDGER_KEY: 's3cret-key' };
  return { command: process.execPath, args: [file, mode, pidFile], env };
}

/** Not at its well-known place: the refusal says where. */
const METADATA = '/about-this-resource';

function metadataOf(
  { headers }: IncomingMessage,
  { issuer, scope }: NonNullable<ToolServerOptions['signIn']>,
): string {
  const resource = `http://${headers.host}/mcp`;
  return JSON.stringify({ resource, authorization_servers: [issuer], scopes_supported: [scope] });
}

/** A real server on loopback whose requests are seen; `change` says what it is from now on. */
export interface ServedTools {
  url: string;
  seen: { method: string; authorization: string; session: string }[];
  change(options: ToolServerOptions): void;
  stop(): Promise<void>;
}

export async function serveTools(options: ToolServerOptions = {}): Promise<ServedTools> {
  let now = options;
  const handler = createMcpHandler(() => makeToolServer(now));
  const seen: ServedTools['seen'] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const { authorization = '', 'mcp-session-id': session = '' } = request.headers;
      const { method = '', url = '/' } = request;
      seen.push({ method, authorization, session: String(session) });
      if (url === METADATA && now.signIn) return void response.end(metadataOf(request, now.signIn));
      if (url !== '/mcp') return void response.writeHead(404).end('There is nothing here.');
      if (now.authorization && authorization !== now.authorization)
        return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
      if (now.signIn && !(await now.signIn.accepts(authorization))) {
        const told = `Bearer resource_metadata="http://${request.headers.host}${METADATA}"`;
        return void response.writeHead(401, { 'www-authenticate': told }).end();
      }
      const body = await buffer(request);
      const headers = Object.entries(request.headers).map(
        ([k, v]) => [k, String(v)] as [string, string],
      );
      const answered = await handler.fetch(
        new Request(`http://127.0.0.1${url}`, {
          method,
          headers,
          ...(body.length > 0 && { body: new Uint8Array(body) }),
        }),
      );
      response.writeHead(answered.status, Object.fromEntries(answered.headers));
      if (!answered.body) return void response.end();
      Readable.fromWeb(answered.body as Parameters<typeof Readable.fromWeb>[0]).pipe(response);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`,
    seen,
    change: (next) => (now = next),
    stop: async () => {
      await handler.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
