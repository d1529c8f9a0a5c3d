import type { Client } from '@modelcontextprotocol/client';
import { problem, ProblemError } from '@patchbay/shared/base';

import { type McpParts, openLine } from './mcp-line.ts';
import { type McpPlace, nameOfPlace } from './mcp-place.ts';
import { mcpProblem } from './mcp-problem.ts';

const CONNECT_MS = 30_000;

/**
 * Does something with an MCP server in a session of its own, which has ended when this returns, and
 * with it the program that was started. Everything that goes wrong comes out as a `ProblemError`.
 */
export async function withMcp<T>(
  place: McpPlace,
  parts: McpParts,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { signal } = parts;
  const line = await openLine(place, parts);
  // Loaded with the first server: most houses have none.
  const { Client: McpClient } = await import('@modelcontextprotocol/client');
  const client = new McpClient(
    { name: 'patchbay', version: '1.0.0' },
    {
      // A program that is asked what it does not know may end, so that only addresses are asked.
      versionNegotiation: { mode: place.transport === 'http' ? 'auto' : 'legacy' },
      // Answers are checked by us, with patterns in linear time.
      jsonSchemaValidator: {
        getValidator: () => (data) => ({
          valid: true,
          data: data as never,
          errorMessage: undefined,
        }),
      },
    },
  );
  try {
    await client.connect(line.transport, { timeout: CONNECT_MS, signal });
    return await work(client);
  } catch (error) {
    throw stopped(signal, place) ?? line.problem() ?? mcpProblem(error, place, line);
  } finally {
    await line.end();
    await client.close();
  }
}

// Whoever stops with a Problem has said it better than we can.
function stopped({ aborted, reason }: AbortSignal, place: McpPlace): ProblemError | undefined {
  if (!aborted || reason instanceof ProblemError)
    return aborted ? (reason as ProblemError) : undefined;
  return new ProblemError(
    problem('cancelled', `The call of ${nameOfPlace(place)} was stopped.`, {
      hint: 'Raise the time limit of the step, or check that the server answers.',
    }),
  );
}
