import type { CallToolResult, Client } from '@modelcontextprotocol/client';
import { type JsonObject, ProblemError } from '@patchbay/shared/base';
import { type ActionManifest, closeSchema, type ConnectorManifest } from '@patchbay/shared/catalog';

import { schemaIssues } from './check-schema.ts';
import type { ActionContext } from './context.ts';
import { rejected } from './errors.ts';
import { type McpPlace, mcpPlaceOf, nameOfPlace } from './mcp-place.ts';
import { mcpProblem } from './mcp-problem.ts';
import { withMcp } from './mcp-session.ts';
import { textIn, toolOutput } from './tool-output.ts';

const CALL_MS = 5 * 60_000;

/** Calls the tool that an action stands for, and gives what it answered. */
export async function callTool(
  manifest: ConnectorManifest,
  action: ActionManifest,
  ctx: ActionContext,
): Promise<unknown> {
  const { name = '', structured = false } = action.tool ?? {};
  const place = mcpPlaceOf(manifest, ctx.config);
  const given = (ctx.input ?? {}) as JsonObject;
  const result = await withMcp(place, ctx, (client) => ask(client, { place, name, given, ctx }));
  if (!structured) return toolOutput(result);
  const output = result.structuredContent;
  const close = (): ActionManifest['input'] => closeSchema(action.output ?? {}, manifest.$defs);
  const [issue] = schemaIssues(action.output ?? {}, output ?? null, close);
  if (!issue) return output;
  throw rejected(
    `The tool "${name}" answered otherwise than it promises: ${issue.field || 'its answer'}: ${issue.message}.`,
    { hint: 'Look at the server again in the catalogue; its tools may have changed.' },
  );
}

interface Ask {
  place: McpPlace;
  name: string;
  given: JsonObject;
  ctx: ActionContext;
}

async function ask(client: Client, { place, name, given, ctx }: Ask): Promise<CallToolResult> {
  const options = { timeout: CALL_MS, signal: ctx.signal };
  try {
    const result = await client.callTool({ name, arguments: given }, options);
    if (!result.isError) return result;
    throw rejected(
      `The tool "${name}" failed: ${textIn(result).slice(0, 500) || 'no reason given'}`,
    );
  } catch (error) {
    if (isAnswer(error)) await assertKnown(client, { place, name, ctx });
    throw error instanceof ProblemError ? error : mcpProblem(error, place);
  }
}

/** The server said no, rather than nothing: a JSON-RPC error has a number. */
function isAnswer(error: unknown): boolean {
  if (error instanceof ProblemError) return true;
  return error instanceof Error && 'code' in error && typeof error.code === 'number';
}

async function assertKnown(
  client: Client,
  { place, name, ctx }: Omit<Ask, 'given'>,
): Promise<void> {
  const { tools } = await client.listTools(undefined, { timeout: CALL_MS, signal: ctx.signal });
  if (tools.some((tool) => tool.name === name)) return;
  throw rejected(`${nameOfPlace(place)} no longer has the tool "${name}".`, {
    hint: 'Look at the server again in the catalogue to see what changed.',
  });
}

/** Proves that a server can be reached with this connection, and says which it is. */
export function testMcp(
  manifest: ConnectorManifest,
  ctx: ActionContext,
): Promise<{ identity?: string }> {
  return withMcp(mcpPlaceOf(manifest, ctx.config), ctx, async (client) => {
    await client.listTools(undefined, { timeout: CALL_MS, signal: ctx.signal });
    const { name, title, version } = client.getServerVersion() ?? {};
    return { identity: [title ?? name, version].filter(Boolean).join(' ') };
  });
}
