import { problem, ProblemError } from '@patchbay/shared/base';
import type { Agent, Dispatcher } from 'undici';

import { heldBack, type HttpRequest, type HttpResponse, networkProblem } from '#sdk';

import { type Deadline, startDeadline } from './deadline.ts';
import { assertPlainUrl, firstHop } from './first-hop.ts';
import type { Pools } from './pools.ts';
import { decodeBody, readBytes } from './read-body.ts';
import { ExchangeRecorder } from './record-exchange.ts';
import { type Hop, isRedirect, nextHop } from './redirect.ts';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 10 * 1024 * 1024;
/** Sends requests through the pools: redirects, limits and plain words for every failure. */
export function createRequester(pools: Pools): (request: HttpRequest) => Promise<HttpResponse> {
  return async (request) => {
    const first = await firstHop(request);
    const host = first.url.host;
    if (request.watch?.hold) throw held(request, first);
    const deadline = startDeadline(host, request.timeoutMs ?? TIMEOUT_MS, request.signal);
    try {
      return await follow(pools, request, { hop: first, deadline });
    } catch (error) {
      throw deadline.problem() ?? explain(error, host);
    } finally {
      deadline.done();
    }
  };
}

async function follow(
  pools: Pools,
  request: HttpRequest,
  start: { hop: Hop; deadline: Deadline },
): Promise<HttpResponse> {
  const secret = (request.secretHeaders ?? []).map((name) => name.toLowerCase());
  const limit = request.redirects ?? 0;
  let { hop } = start;
  for (let followed = 0; ; followed++) {
    const recorder = request.watch && new ExchangeRecorder(hop, secret);
    const last = followed === limit;
    // Another origin does not get to see who calls.
    const isOwn = hop.url.origin === start.hop.url.origin;
    const agent = pools.agentFor(isOwn ? request.clientTls : undefined);
    const answer = await watched(request, recorder, async () => {
      const got = await send(agent, hop, { deadline: start.deadline, recorder });
      const headers = plainHeaders(got.headers);
      recorder?.onAnswer(got.statusCode, headers);
      const { location } = headers;
      if (limit === 0 || !location || !isRedirect(got.statusCode))
        return readAnswer(got, request, { url: hop.url, headers, recorder });
      abandon(got);
      if (last) throw tooManyRedirects(hop.url.host, limit);
      return { status: got.statusCode, location };
    });
    if (!('location' in answer)) return answer;
    hop = nextHop(hop, answer, secret);
    assertPlainUrl(hop.url);
  }
}

/** Hands over what was noted of a request, however it ended. */
async function watched<T>(
  { watch }: HttpRequest,
  recorder: ExchangeRecorder | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!watch || !recorder) return work();
  try {
    const result = await work();
    watch.observe(recorder.end());
    return result;
  } catch (error) {
    const why = explain(error, recorder.host);
    watch.observe(recorder.end(why instanceof ProblemError ? why.problem : undefined));
    throw error;
  }
}

function held(request: HttpRequest, hop: Hop): ProblemError {
  const secret = (request.secretHeaders ?? []).map((name) => name.toLowerCase());
  request.watch?.observe(new ExchangeRecorder(hop, secret).end());
  return heldBack();
}

function send(
  agent: Agent,
  hop: Hop,
  { deadline, recorder }: { deadline: Deadline; recorder?: ExchangeRecorder },
): Promise<Dispatcher.ResponseData> {
  const request = (): Promise<Dispatcher.ResponseData> => sendHop(agent, hop, deadline);
  return recorder ? recorder.sending(request) : request();
}

function sendHop(
  agent: Agent,
  { url, method, headers, body }: Hop,
  { signal }: Deadline,
): Promise<Dispatcher.ResponseData> {
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
  {
    url,
    headers,
    recorder,
  }: { url: URL; headers: Record<string, string>; recorder?: ExchangeRecorder },
): Promise<HttpResponse> {
  const facts = { headers, maxBytes: request.maxBytes ?? MAX_BYTES, host: url.host };
  try {
    const bytes = request.method === 'HEAD' ? Buffer.alloc(0) : await readBytes(answer.body, facts);
    recorder?.onBody(bytes);
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
  const details = { code: 'TOO_MANY_REDIRECTS' };
  return new ProblemError(
    problem('rejected', message, { hint: 'Use the final address.', details }),
  );
}
