import {
  authorisedHttp,
  bearerAuth,
  listTools,
  type CallParts,
  type ToolListing,
} from '@patchbay/connectors/sdk';
import { DOCUMENT_CHARS } from '@patchbay/connectors/sdk/openapi';
import { fail, type InputOf } from '@patchbay/shared/base';
import type { previewImport } from '@patchbay/shared/catalog';

/** The guarded way out: documents come from the net too. */
export type CatalogOutbound = Pick<CallParts['outbound'], 'http' | 'programs'>;

const FETCH_MS = 60_000;

type Ask = Pick<InputOf<typeof previewImport>['body'], 'text' | 'url' | 'server'>;

/** What a connector is to be made of. */
export interface ImportSource {
  kind: 'openapi' | 'mcp';
  text: string;
  source?: string;
}

/** The text of a document: what was sent, what is at the address, or what a server says of its tools. */
export async function readSource(
  outbound: CatalogOutbound,
  { text, url, server }: Ask,
  askServer: (connection: string) => Promise<ToolListing>,
): Promise<ImportSource> {
  if (server && 'connection' in server) return sourceOf(await askServer(server.connection));
  if (server) return readServer(outbound, server);
  return { kind: 'openapi', ...(await readDocument(outbound, { text, url })) };
}

function sourceOf(listing: ToolListing): ImportSource {
  const { place } = listing;
  const source = place.transport === 'http' ? place.url : place.name;
  return { kind: 'mcp', text: JSON.stringify(listing), source };
}

async function readServer(
  { http, programs = {} }: CatalogOutbound,
  server: Exclude<NonNullable<Ask['server']>, { connection: string }>,
): Promise<ImportSource> {
  const signal = AbortSignal.timeout(FETCH_MS);
  if ('name' in server) {
    const listing = await listTools(
      { transport: 'stdio', name: server.name },
      { http, programs, signal },
    );
    return sourceOf(listing);
  }
  const { url, token } = server;
  const asked = token ? withToken(http, url, token) : http;
  const parts = { http: asked, programs, signal };
  const listing = await listTools({ transport: 'http', url }, parts, http);
  return sourceOf(listing);
}

function withToken(
  http: CatalogOutbound['http'],
  url: string,
  token: string,
): CatalogOutbound['http'] {
  const { origin } = new URL(url);
  const bound = authorisedHttp(http, {
    scheme: bearerAuth(),
    fields: { token },
    config: {},
    allowedHosts: [origin],
  });
  // Where a server signs people in is elsewhere, and is asked without.
  return {
    request: (request) => (new URL(request.url).origin === origin ? bound : http).request(request),
  };
}

async function readDocument(
  { http }: CatalogOutbound,
  { text, url }: Ask,
): Promise<{ text: string; source?: string }> {
  if (text !== undefined && text.trim() !== '') return { text };
  if (url === undefined)
    return fail('invalid_input', 'There is no document.', 'Send its text, or its address.');
  const answer = await http.request({
    url,
    redirects: 3,
    timeoutMs: FETCH_MS,
    maxBytes: DOCUMENT_CHARS,
    responseType: 'text',
    headers: { accept: 'application/json, application/yaml, text/yaml, */*' },
  });
  if (answer.status >= 400 || typeof answer.body !== 'string')
    return fail('rejected', `${new URL(url).host} answered with ${answer.status}.`, {
      hint: 'Check the address: it must give the document without signing in.',
    });
  return { text: answer.body, source: url };
}
