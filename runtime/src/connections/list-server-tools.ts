import { listTools, mcpPlaceOf, type ToolListing } from '@patchbay/connectors/sdk';
import { fail } from '@patchbay/shared/base';

import type { Ctx } from '#http';

import type { CredentialParts } from './credential-parts.ts';
import { findConnection } from './find-connection.ts';
import { callOn } from './try-connection.ts';

/** What the MCP server of a connection says of its tools to whoever is signed in with it. */
export async function listServerTools(
  parts: CredentialParts,
  ctx: Pick<Ctx, 'em' | 'actor' | 'project'>,
  id: string,
): Promise<ToolListing> {
  const row = await findConnection(ctx, id);
  const { connector, ctx: call, guard } = await callOn(parts, row, {});
  const { manifest } = connector;
  if (manifest.origin.kind !== 'mcp')
    return fail('invalid_input', `${manifest.name} was not made of an MCP server.`, {
      hint: 'Choose a connection of the connector that is to follow its server.',
    });
  return guard(listTools(mcpPlaceOf(manifest, call.config), call, parts.outbound.http));
}
