import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** An accounting system on loopback that takes one key and looks closely at invoices. */
export interface AccountingPeer {
  url: string;
  /** The key it takes; change it and the old one is refused. */
  key: string;
  /** While true it takes requests and never answers. */
  isSilent: boolean;
  /** How many requests to change something it got. */
  changes: number;
  /** Invoices it took, by idempotency key. */
  invoices: Map<string, unknown>;
  /** Writes the file for CONNECTOR_OVERLAYS that points Xero here, and gives its path. */
  overlay(folder: string): Promise<string>;
  stop(): Promise<void>;
}

interface Line {
  Description?: unknown;
  UnitAmount?: unknown;
}

interface Invoice {
  Contact?: { ContactID?: unknown };
  LineItems?: Line[];
}

/** Starts it with the key `first-key-1`. */
export async function startAccountingPeer(): Promise<AccountingPeer> {
  const invoices = new Map<string, unknown>();
  const server = createServer((request, response) => void answer(peer, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const peer: AccountingPeer = {
    url: `http://127.0.0.1:${port}`,
    key: 'first-key-1',
    isSilent: false,
    changes: 0,
    invoices,
    overlay: async (folder) => {
      const file = join(folder, 'overlays.json');
      await writeFile(file, JSON.stringify({ xero: overlayTo(`http://127.0.0.1:${port}`) }));
      return file;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return peer;
}

/** A sandbox of Xero: another address, and a plain key instead of the sign-in. */
function overlayTo(url: string): object {
  const token = { type: 'string', title: 'Token', 'x-secret': true };
  const fields = { type: 'object', properties: { token }, required: ['token'] };
  return {
    network: { baseUrl: `${url}/api.xro/2.0`, allowedHosts: [url] },
    auth: [{ id: 'bearer', title: 'Sandbox key', type: 'bearer', fields }],
  };
}

async function answer(
  peer: AccountingPeer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body: unknown): void =>
    void response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(JSON.stringify(body));
  const body = await text(request);
  if (request.method !== 'GET') peer.changes++;
  if (peer.isSilent) return;
  if (request.headers.authorization !== `Bearer ${peer.key}`)
    return send(401, { Title: 'Unauthorized', Detail: 'The key was refused.' });
  if (request.method === 'GET') return send(200, { Organisations: [{ Name: 'Demo Company' }] });
  const { Invoices: [invoice] = [] } = JSON.parse(body) as { Invoices?: Invoice[] };
  const wrong = whatIsWrong(invoice);
  if (wrong) return send(400, { Type: 'ValidationException', Message: wrong });
  const key = String(request.headers['idempotency-key']);
  const made = peer.invoices.get(key) ?? {
    ...invoice,
    InvoiceID: '11111111-1111-4111-8111-111111111111',
    InvoiceNumber: `INV-${peer.invoices.size + 1}`,
  };
  peer.invoices.set(key, made);
  send(200, { Invoices: [made] });
}

function whatIsWrong(invoice: Invoice | undefined): string | undefined {
  if (typeof invoice?.Contact?.ContactID !== 'string') return 'A Contact must be specified.';
  if (!invoice.LineItems?.length) return 'An invoice needs at least one line.';
  const bad = invoice.LineItems.some(({ UnitAmount }) => typeof UnitAmount !== 'number');
  return bad ? 'The UnitAmount of a line must be a number.' : undefined;
}
