import type { Client, Tool } from '@modelcontextprotocol/client';
import { fail, type JsonObject } from '@patchbay/shared/base';

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
 * Asks a server for its tools, and by `plain`, without a credential, how people sign in there. Throws in words for one that has none, too many, or does not answer.
 */
export async function listTools(
  place: McpPlace,
  parts: McpParts,
  plain = parts.http,
): Promise<ToolListing> {
  const listing = await withMcp(place, parts, async (client) => {
    const { tools } = await client.listTools(undefined, { timeout: LIST_MS, signal: parts.signal });
    return describe(client, place, tools);
  });
  const who = nameOfPlace(place);
  if (listing.tools.length === 0)
    return fail(
      'rejected',
      `${who} offers no tools.`,
      'Choose another server, or start its tools.',
    );
  if (listing.tools.length > MOST_TOOLS || JSON.stringify(listing).length > MOST_CHARS)
    return fail(
      'too_large',
      `${who} offers more tools than can be taken in (${MOST_TOOLS}, 8 MB).`,
      {
        hint: 'Let the server offer fewer; many have a setting for it.',
      },
    );
  const signIn =
    place.transport === 'http'
      ? await discoverSignIn(place.url, { ...parts, http: plain })
      : undefined;
  return { ...listing, ...(signIn && { signIn }) };
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
