import { problem, ProblemError } from '@patchbay/shared/base';
import type { Agent, Dispatcher } from 'undici';

import { type HttpRequest, type HttpResponse, networkProblem } from '#sdk';

import { type Deadline, startDeadline } from './deadline.ts';
import { assertPlainUrl, firstHop } from './first-hop.ts';
import { decodeBody, readBytes } from './read-body.ts';
import { type Hop, isRedirect, nextHop } from './redirect.ts';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 10 * 1024 * 1024;
/** Sends requests through the pools: redirects, limits and plain words for every failure. */
export function createRequester(agent: Agent): (request: HttpRequest) => Promise<HttpResponse> {
  return async (request) => {
    const first = await firstHop(request);
    const host = first.url.host;
    const deadline = startDeadline(host, request.timeoutMs ?? TIMEOUT_MS, request.signal);
    try {
      return await follow(agent, request, { hop: first, deadline });
    } catch (error) {
      throw deadline.problem() ?? explain(error, host);
    } finally {
      deadline.done();
    }
  };
}

async function follow(
  agent: Agent,
  request: HttpRequest,
  start: { hop: Hop; deadline: Deadline },
): Promise<HttpResponse> {
  const secret = (request.secretHeaders ?? []).map((name) => name.toLowerCase());
  const limit = request.redirects ?? 0;
  let { hop } = start;
  for (let followed = 0; ; followed++) {
    const answer = await send(agent, hop, start.deadline);
    const headers = plainHeaders(answer.headers);
    const { location } = headers;
    if (limit === 0 || !location || !isRedirect(answer.statusCode)) {
      return readAnswer(answer, request, { url: hop.url, headers });
    }
    if (followed === limit) {
      abandon(answer);
      throw tooManyRedirects(hop.url.host, limit);
    }
    abandon(answer);
    hop = nextHop(hop, { status: answer.statusCode, location }, secret);
    assertPlainUrl(hop.url);
  }
}

function send(agent: Agent, hop: Hop, { signal }: Deadline): Promise<Dispatcher.ResponseData> {
  const { url, method, headers, body } = hop;
  return agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: method,
    headers,
    body: body?.bytes,
    signal,
    // The deadline bounds the whole exchange; undici's own limits would only cut in earlier.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
}

async function readAnswer(
  answer: Dispatcher.ResponseData,
  request: HttpRequest,
  { url, headers }: { url: URL; headers: Record<string, string> },
): Promise<HttpResponse> {
  const facts = { headers, maxBytes: request.maxBytes ?? MAX_BYTES, host: url.host };
  try {
    const bytes = request.method === 'HEAD' ? Buffer.alloc(0) : await readBytes(answer.body, facts);
    const type = answer.statusCode < 400 ? request.responseType : 'auto';
    const body = decodeBody(bytes, type ?? 'auto', facts);
    return { status: answer.statusCode, headers, body, url: url.href };
  } finally {
    abandon(answer);
  }
}

// A body that is not read to its end holds its connection; destroying it frees both.
function abandon(answer: Dispatcher.ResponseData): void {
  if (!answer.body.readableEnded) answer.body.on('error', () => undefined).destroy();
}

function plainHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(', ')]));
}

function explain(error: unknown, host: string): unknown {
  if (error instanceof ProblemError) return error;
  const known = networkProblem(error, host);
  if (known) return new ProblemError(known);
  const hint = 'Check the address and the headers of the request.';
  const details = { error: error instanceof Error ? error.name : 'unknown' };
  return new ProblemError(
    problem('unavailable', `The request to ${host} failed.`, { hint, retry: 'backoff', details }),
  );
}

function tooManyRedirects(host: string, limit: number): ProblemError {
  const message = `${host} redirects more than ${limit} times.`;
  return new ProblemError(problem('rejected', message, 'Use the final address.'));
}
