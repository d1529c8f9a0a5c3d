import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startOidcServer, type OidcServer } from '#oidc-server';

const SCOPES = ['invoices', 'payments', 'contacts', 'settings', 'banktransactions', 'attachments'];
/** What can be asked for beside the rest, and is not granted to anybody here. */
const REFUSED_SCOPE = { name: 'accounting.reports.read', title: 'See reports' };
const TENANTS = [
  { id: 'c1', tenantId: 'tenant-finance', tenantType: 'ORGANISATION', tenantName: 'Finance Ltd' },
  { id: 'c2', tenantId: 'tenant-sales', tenantType: 'ORGANISATION', tenantName: 'Sales Ltd' },
];

/** Xero as far as the stories need it: a real authorization server, and an API that wants its tokens. */
export interface XeroPeer {
  oidc: OidcServer;
  /** File for `CONNECTOR_OVERLAYS`, which points the connector here. */
  overlays: string;
  stop(): Promise<void>;
}

/** Starts both; codes go to `redirectUri`. */
export async function startXeroPeer(redirectUri: string): Promise<XeroPeer> {
  const scopes = SCOPES.map((name) => `accounting.${name}`);
  const oidc = await startOidcServer({ redirectUri, scopes });
  const server = createServer((request, response) => void answer(oidc.url, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-xero-'));
  const overlays = join(folder, 'overlays.json');
  await writeFile(overlays, JSON.stringify({ xero: overlayFor(url, oidc.url, scopes) }));
  return {
    oidc,
    overlays,
    stop: async () => {
      await stop(server);
      await oidc.stop();
      await rm(folder, { recursive: true });
    },
  };
}

function overlayFor(url: string, issuer: string, scopes: string[]): object {
  const named = [{ name: 'offline_access', title: 'Stay signed in', default: true }];
  const others = scopes.map((name) => ({
    name,
    title: name.replace('accounting.', ''),
    default: true,
  }));
  const scheme = {
    id: 'oauth2',
    title: 'Sign in with Xero',
    type: 'oauth2',
    grant: 'code',
    clientAuth: 'basic',
    issuer,
    authorizeUrl: `${issuer}/auth`,
    tokenUrl: `${issuer}/token`,
    authorizeParams: { prompt: 'consent' },
    scopes: [
      { name: 'openid', title: 'Know who you are', default: true },
      ...named,
      ...others,
      REFUSED_SCOPE,
    ],
  };
  return {
    network: { baseUrl: `${url}/api.xro/2.0`, allowedHosts: [url] },
    options: { tenants: { http: { path: `${url}/connections` } } },
    auth: [scheme],
  };
}

async function answer(
  issuer: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { authorization = '' } = request.headers;
  const known = await fetch(`${issuer}/api/me`, { headers: { authorization } });
  response.setHeader('content-type', 'application/json');
  if (!known.ok)
    return void response.writeHead(401).end('{"Title":"Unauthorized","Detail":"TokenExpired"}');
  if (request.url?.startsWith('/connections')) return void response.end(JSON.stringify(TENANTS));
  const tenant = TENANTS.find((one) => one.tenantId === request.headers['xero-tenant-id']);
  if (!tenant)
    return void response
      .writeHead(403)
      .end('{"Title":"Forbidden","Detail":"AuthenticationUnsuccessful"}');
  response.end(JSON.stringify({ Organisations: [{ Name: tenant.tenantName }] }));
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
