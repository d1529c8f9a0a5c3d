import { mcpFetch } from './mcp-fetch.ts';
import type { McpParts } from './mcp-line.ts';

/** The scope that asks for a token to renew with. */
export const OFFLINE = 'offline_access';

/** How a server on the net lets people sign in, as it says itself. */
export interface McpSignIn {
  issuer: string;
  authorizeUrl: string;
  tokenUrl: string;
  revokeUrl?: string;
  registerUrl?: string;
  /** How clients prove themselves at the token address. */
  methods: string[];
  scopes: string[];
  /** It gives tokens that can be renewed to whoever asks for that by a scope. */
  lasts: boolean;
  /** What a token is to be good for. */
  resource: string;
}

/** Reads what RFC 9728 and RFC 8414 have servers publish; undefined when there is nothing of it. */
export async function discoverSignIn(url: string, parts: McpParts): Promise<McpSignIn | undefined> {
  const { discoverOAuthServerInfo } = await import('@modelcontextprotocol/client');
  try {
    const fetchFn = mcpFetch(parts, () => undefined);
    const found = await discoverOAuthServerInfo(url, {
      fetchFn,
      resourceMetadataUrl: await toldBy(url, parts),
    });
    const { authorizationServerMetadata: metadata, resourceMetadata } = found;
    if (!metadata?.authorization_endpoint || !metadata.token_endpoint) return undefined;
    return {
      issuer: metadata.issuer,
      authorizeUrl: metadata.authorization_endpoint,
      tokenUrl: metadata.token_endpoint,
      ...('revocation_endpoint' in metadata && { revokeUrl: metadata.revocation_endpoint }),
      ...(metadata.registration_endpoint && { registerUrl: metadata.registration_endpoint }),
      methods: metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'],
      scopes: resourceMetadata?.scopes_supported ?? [],
      lasts: metadata.scopes_supported?.includes(OFFLINE) ?? false,
      resource: resourceMetadata?.resource ?? url,
    };
  } catch {
    // A server need not publish it; the other ways to sign in remain.
    return undefined;
  }
}

/** Where the server says that it publishes the rest: in its refusal, as most do, whatever the place. */
async function toldBy(url: string, { http, signal }: McpParts): Promise<URL | undefined> {
  const asked = { jsonrpc: '2.0', id: 1, method: 'ping' };
  const headers = { accept: 'application/json, text/event-stream' };
  const { status, headers: told } = await http.request({
    url,
    method: 'POST',
    headers,
    body: asked,
    bodyType: 'json',
    responseType: 'binary',
    maxBytes: 1024 * 1024,
    timeoutMs: 20_000,
    signal,
  });
  const [, place] = /\bresource_metadata="?([^",\s]+)/i.exec(told['www-authenticate'] ?? '') ?? [];
  return status === 401 && place && URL.canParse(place) ? new URL(place) : undefined;
}
