import type { Client, Tool } from '@modelcontextprotocol/client';
import { fail, ProblemError, type JsonObject } from '@patchbay/shared/base';

import { discoverSignIn, type McpSignIn } from './discover-sign-in.ts';
import type { McpParts } from './mcp-line.ts';
import { type McpPlace, nameOfPlace } from './mcp-place.ts';
import { withMcp } from './mcp-session.ts';

/** A tool as its server describes it. */
export interface ListedTool {
  name: string;
  title?: string;
  description?: string;
  inputSchema: JsonObject;
  outputSchema?: JsonObject;
  annotations?: JsonObject;
}

/** What a server says of itself and its tools: the document that a connector is made of. */
export interface ToolListing {
  place: McpPlace;
  protocol: string;
  server: { name: string; title?: string; version: string; description?: string; about?: string };
  /** By name. */
  tools: ListedTool[];
  signIn?: McpSignIn;
}

const LIST_MS = 60_000;
const MOST_TOOLS = 2000;
const MOST_CHARS = 8 * 1024 * 1024;

/**
 * Asks a server for its tools, and by `plain`, without a credential, how people sign in there. One
 * that refuses whoever is not signed in, and says where to, has a listing without tools. Throws in
 * words for one that has none, too many, or does not answer.
 */
export async function listTools(
  place: McpPlace,
  parts: McpParts,
  plain = parts.http,
): Promise<ToolListing> {
  const signedOut = { ...parts, http: plain };
  const signIn =
    place.transport === 'http' ? await discoverSignIn(place.url, signedOut) : undefined;
  try {
    const listing = await withMcp(place, parts, async (client) => {
      const asked = { timeout: LIST_MS, signal: parts.signal };
      return describe(client, place, (await client.listTools(undefined, asked)).tools);
    });
    return { ...bounded(listing), ...(signIn && { signIn }) };
  } catch (error) {
    const isRefused = error instanceof ProblemError && error.problem.code === 'auth_expired';
    // A credential that is refused is not good; that there is none is the beginning.
    if (!signIn || !isRefused || parts.http !== plain) throw error;
    const server = { name: nameOfPlace(place), version: '' };
    return { place, protocol: '', server, tools: [], signIn };
  }
}

function bounded(listing: ToolListing): ToolListing {
  const who = nameOfPlace(listing.place);
  if (listing.tools.length === 0)
    return fail('rejected', `${who} offers no tools.`, {
      hint: 'Choose another server, or start its tools.',
    });
  if (listing.tools.length > MOST_TOOLS || JSON.stringify(listing).length > MOST_CHARS)
    return fail(
      'too_large',
      `${who} offers more tools than can be taken in (${MOST_TOOLS}, 8 MB).`,
      { hint: 'Let the server offer fewer; many have a setting for it.' },
    );
  return listing;
}

function describe(client: Client, place: McpPlace, tools: Tool[]): ToolListing {
  const server = client.getServerVersion();
  const about = client.getInstructions();
  const named = new Map(tools.map((tool) => [tool.name, listed(tool)]));
  return {
    place,
    protocol: client.getNegotiatedProtocolVersion() ?? '',
    server: {
      name: server?.name ?? 'MCP server',
      version: server?.version ?? '',
      ...(server?.title && { title: server.title }),
      ...(server?.description && { description: server.description }),
      ...(about && { about }),
    },
    tools: [...named.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function listed({
  name,
  title,
  description,
  inputSchema,
  outputSchema,
  annotations,
}: Tool): ListedTool {
  const all = { name, title, description, inputSchema, outputSchema, annotations };
  return JSON.parse(JSON.stringify(all)) as ListedTool;
}
