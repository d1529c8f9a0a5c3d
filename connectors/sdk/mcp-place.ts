import type { JsonObject } from '@patchbay/shared/base';
import type { ConnectorManifest } from '@patchbay/shared/catalog';

import { fillTemplate } from './paths.ts';

/** Where an MCP server is: at an address, or a program on the operator's list. */
export type McpPlace = { transport: 'http'; url: string } | { transport: 'stdio'; name: string };

/** The server that a connector was made of. */
export function mcpPlaceOf({ origin, network }: ConnectorManifest, config: JsonObject): McpPlace {
  if (origin.kind !== 'mcp') throw new Error('This connector was made of no MCP server.');
  if (origin.transport === 'stdio') return { transport: 'stdio', name: origin.server };
  return { transport: 'http', url: fillTemplate(network.baseUrl ?? origin.server, { config }) };
}

/** How a server is named to a person. */
export function nameOfPlace(place: McpPlace): string {
  if (place.transport === 'stdio') return `The MCP server "${place.name}"`;
  return URL.canParse(place.url) ? new URL(place.url).host : 'The MCP server';
}
