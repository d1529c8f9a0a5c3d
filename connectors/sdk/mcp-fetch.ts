import type { FetchLike } from '@modelcontextprotocol/client';
import { ProblemError } from '@patchbay/shared/base';

import { statusProblem } from './check-status.ts';
import { rejected, unavailable } from './errors.ts';
import type { HttpResponse } from './http.ts';
import type { McpParts } from './mcp-line.ts';

const TIMEOUT_MS = 5 * 60_000;
const MOST_BYTES = 10 * 1024 * 1024;
const BODILESS = new Set([101, 204, 205, 304]);

/**
 * Requests of the MCP client through the guarded way out. An answer is read whole before it is handed
 * on, so that limits of size and time hold; `note` learns what went wrong with the last one.
 */
export function mcpFetch(
  { http, signal }: Pick<McpParts, 'http' | 'signal'>,
  note: (problem: ProblemError | undefined) => void,
): FetchLike {
  return async (url, init = {}) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const method = init.method ?? 'GET';
    // News that nobody asked for: a session here is as short as one call.
    if (method === 'GET' && headers.accept === 'text/event-stream')
      return new Response(null, { status: 405 });
    try {
      const answer = await http.request({
        url: String(url),
        method,
        headers,
        ...(typeof init.body === 'string' && { body: init.body }),
        responseType: 'binary',
        timeoutMs: TIMEOUT_MS,
        maxBytes: MOST_BYTES,
        signal: init.signal ? AbortSignal.any([signal, init.signal]) : signal,
      });
      note(statusProblem(answer) ?? (method === 'POST' ? foreign(answer) : undefined));
      return toResponse(answer);
    } catch (error) {
      if (error instanceof ProblemError) note(error);
      throw error;
    }
  };
}

/** A page, say: most often the address is that of a site, and not of its MCP server. */
function foreign({ headers, body, url }: HttpResponse): ProblemError | undefined {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (/json$|^text\/event-stream$/.test(type.trim())) return undefined;
  if (!(body instanceof Uint8Array) || body.byteLength === 0) return undefined;
  return rejected(
    `${new URL(url).host} did not answer in MCP but with ${type || 'something else'}.`,
    {
      hint: 'Check the address: it must be that of the MCP server itself, often ending in /mcp.',
    },
  );
}

function toResponse({ status, headers, body, url }: HttpResponse): Response {
  const kept = Object.entries(headers).filter(
    ([name]) => !/^content-(encoding|length)$/.test(name),
  );
  const bytes = body instanceof Uint8Array ? Buffer.from(body) : Buffer.from(textOf(body));
  const isEvents = (headers['content-type'] ?? '').startsWith('text/event-stream');
  if (status < 400 && isEvents && !/"(result|error)"\s*:/.test(bytes.toString('utf8')))
    throw unavailable(`${new URL(url).host} ended its answer before it was complete.`);
  const isBare = BODILESS.has(status) || status === 202;
  return new Response(isBare ? null : bytes, { status, headers: Object.fromEntries(kept) });
}

function textOf(body: unknown): string {
  if (body === null || body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}
