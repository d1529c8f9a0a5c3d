import { mcpFetch } from './mcp-fetch.ts';
import type { McpParts } from './mcp-line.ts';

/** How a server on the net lets people sign in, as it says itself. */
export interface McpSignIn {
  issuer: string;
  authorizeUrl: string;
  tokenUrl: string;
  revokeUrl?: string;
  /** How clients prove themselves at the token address. */
  methods: string[];
  scopes: string[];
  /** What a token is to be good for. */
  resource: string;
}

/** Reads what RFC 9728 and RFC 8414 have servers publish; undefined when there is nothing of it. */
export async function discoverSignIn(url: string, parts: McpParts): Promise<McpSignIn | undefined> {
  const { discoverOAuthServerInfo } = await import('@modelcontextprotocol/client');
  try {
    const fetchFn = mcpFetch(parts, () => undefined);
    const found = await discoverOAuthServerInfo(url, { fetchFn });
    const { authorizationServerMetadata: metadata, resourceMetadata } = found;
    if (!metadata?.authorization_endpoint || !metadata.token_endpoint) return undefined;
    return {
      issuer: metadata.issuer,
      authorizeUrl: metadata.authorization_endpoint,
      tokenUrl: metadata.token_endpoint,
      ...('revocation_endpoint' in metadata && { revokeUrl: metadata.revocation_endpoint }),
      methods: metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'],
      scopes: resourceMetadata?.scopes_supported ?? [],
      resource: resourceMetadata?.resource ?? url,
    };
  } catch {
    // A server need not publish it; the other ways to sign in remain.
    return undefined;
  }
}
