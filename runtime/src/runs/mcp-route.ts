import type { CallToolResult, Server, Tool } from '@modelcontextprotocol/server';
import { checkSchema } from '@patchbay/connectors/sdk';
import { isObject, toProblem, type Json, type Problem } from '@patchbay/shared/base';

import type { Query } from '#db';
import type { Api, Ctx } from '#http';

import { firstAnswer } from './await-response.ts';
import { flowTools, type FlowTool } from './flow-tools.ts';
import { startRun } from './start-run.ts';
import type { WebhookParts } from './webhook.ts';

type Parts = Pick<WebhookParts, 'store' | 'queue'>;
type Change = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<Awaited<T>>;

const ANSWER_MS = 5 * 60_000;

/** `/mcp`: live flows of the token's project that are offered as tools, for programs that come with a token. */
export function mcpRoute(parts: Parts, api: Api): void {
  const spoken = { name: 'runs.callTool', path: '/mcp', permission: 'run.start' } as const;
  api.speak(spoken, async (request, house) => {
    const { createMcpHandler, Server: McpServer } = await import('@modelcontextprotocol/server');
    const handler = createMcpHandler(() =>
      furnish(
        new McpServer(
          { name: 'patchbay', title: 'Patchbay', version: '0.1.0' },
          { capabilities: { tools: {} } },
        ),
        { parts, ...house },
      ),
    );
    return handler.fetch(request);
  });
}

function furnish(
  server: Server,
  {
    parts,
    project,
    query,
    change,
  }: { parts: Parts; project: string; query: Query; change: Change },
): Server {
  server.setRequestHandler('tools/list', async () => ({
    tools: [...(await flowTools(query, project)).values()].map(describe),
  }));
  server.setRequestHandler('tools/call', async ({ params }, { mcpReq }) => {
    const tool = (await flowTools(query, project)).get(params.name);
    if (!tool) return failed(`There is no tool "${params.name}".`, 'List the tools again.');
    try {
      return await call(parts, change, {
        tool,
        given: params.arguments ?? {},
        signal: mcpReq.signal,
      });
    } catch (error) {
      return refused(toProblem(error));
    }
  });
  return server;
}

function describe({ name, description, input }: FlowTool): Tool {
  return {
    name,
    ...(description && { description }),
    inputSchema: input as Tool['inputSchema'],
  };
}

interface Call {
  tool: FlowTool;
  given: Record<string, unknown>;
  signal: AbortSignal;
}

/** Starts a run and waits for its answer; whoever called may go, the run goes on. */
async function call(
  parts: Parts,
  change: Change,
  { tool, given, signal }: Call,
): Promise<CallToolResult> {
  checkSchema(tool.input, given, () => tool.input);
  const { flow: id, trigger } = tool;
  const payload = given as Json;
  const { run } = await change((ctx) =>
    startRun(ctx, parts.queue, { id, draft: false, trigger, payload }),
  );
  const late = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
  const answer = await firstAnswer(parts, { run, from: 0, signal: late });
  if (!answer) return answered({ run, note: 'The flow has not answered yet; it goes on.' });
  if ('problem' in answer) return refused(answer.problem);
  return answer.by === 'response' ? unwrapped(answer.value) : answered(answer.value);
}

/** A respond node may speak to browsers: `{ status, headers, body }`. A program wants the body. */
function unwrapped(value: Json): CallToolResult {
  if (!isObject(value) || !('status' in value || 'body' in value)) return answered(value);
  const { status = 200, body = null } = value;
  return { ...answered(body), ...(Number(status) >= 400 && { isError: true }) };
}

function answered(value: Json): CallToolResult {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    content: [{ type: 'text', text }],
    ...(isObject(value) && { structuredContent: value }),
  };
}

function refused({ message, hint }: Problem): CallToolResult {
  return failed(message, hint);
}

function failed(message: string, hint: string): CallToolResult {
  return { content: [{ type: 'text', text: `${message} ${hint}` }], isError: true };
}
