import type { Transport } from '@modelcontextprotocol/client';
import { fail, type ProblemError } from '@patchbay/shared/base';

import type { ActionContext } from './context.ts';
import { mcpFetch } from './mcp-fetch.ts';
import type { McpPlace } from './mcp-place.ts';
import type { Program } from './programs.ts';

/** What of a context reaches an MCP server. */
export type McpParts = Pick<ActionContext, 'http' | 'programs' | 'signal'>;

/** An open way to a server. */
export interface McpLine {
  transport: Transport;
  /** Why the last exchange failed, when the line knows better than what comes out of the client. */
  problem(): ProblemError | undefined;
  /** The last words of a program that was started, without what its environment held. */
  said(): string;
  end(): Promise<void>;
}

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_SAID = 500;

export function openLine(place: McpPlace, parts: McpParts): Promise<McpLine> {
  return place.transport === 'http'
    ? openAddress(place.url, parts)
    : openProgram(place.name, parts);
}

async function openAddress(address: string, parts: McpParts): Promise<McpLine> {
  if (!URL.canParse(address))
    return fail('invalid_input', 'The address of the MCP server is not a complete URL.', {
      hint: 'Start it with https://.',
      at: { field: 'url' },
    });
  const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
  let last: ProblemError | undefined;
  const guarded = mcpFetch(parts, (problem) => (last = problem));
  const transport = new StreamableHTTPClientTransport(new URL(address), { fetch: guarded });
  return {
    transport,
    problem: () => last,
    said: () => '',
    // A server that keeps sessions would otherwise keep one for every call.
    end: () => transport.terminateSession().catch(() => undefined),
  };
}

async function openProgram(name: string, { programs }: McpParts): Promise<McpLine> {
  const program = Object.hasOwn(programs, name) ? programs[name] : undefined;
  if (!program)
    return fail('invalid_input', `There is no MCP server "${name}" on the operator's list.`, {
      hint: 'Choose one of the list, or ask the operator to add it to the file of MCP_SERVERS.',
    });
  const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
  const transport = new StdioClientTransport({
    ...program,
    stderr: 'pipe',
    maxBufferSize: MOST_BYTES,
  });
  // The client closes what it could not open without waiting for it; a program is to be gone by then.
  const close = transport.close.bind(transport);
  let closing: Promise<void> | undefined;
  transport.close = () => (closing ??= close());
  let said = '';
  transport.stderr?.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-4000)));
  return {
    transport,
    problem: () => undefined,
    said: () => blanked(said, program).trim().slice(-MOST_SAID),
    end: () => transport.close(),
  };
}

function blanked(text: string, { env = {} }: Program): string {
  const secrets = Object.values(env).filter((value) => value.length > 3);
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
}
