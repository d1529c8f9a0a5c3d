import { createHash } from 'node:crypto';

import { XMLParser } from 'fast-xml-parser';

import {
  type ActionContext,
  authExpired,
  type HttpRequest,
  type HttpResponse,
  signAws,
  statusProblem,
} from '#sdk';

import { addressOf, type Place } from './address.ts';
import type { S3Config } from './config.ts';
import { errorRules } from './error-rules.ts';

/** The context of every action here. */
export type S3Context = Pick<
  ActionContext<unknown, S3Config>,
  'config' | 'credential' | 'http' | 'signal'
>;

const LISTS = ['Contents', 'CommonPrefixes', 'Bucket'];
const parser = new XMLParser({
  parseTagValue: false,
  ignoreDeclaration: true,
  isArray: (name) => LISTS.includes(name),
});

/** Sends a signed request, with its body in the signature; throws for an error answer. */
export async function send(
  ctx: S3Context,
  place: Place,
  { headers, ...request }: Omit<HttpRequest, 'url'> = {},
): Promise<HttpResponse> {
  const url = addressOf(ctx.config, place);
  const body = (request.body as Buffer | undefined) ?? Buffer.alloc(0);
  const hash = createHash('sha256').update(body).digest('hex');
  const whole = { ...request, url, headers: { ...headers, 'x-amz-content-sha256': hash } };
  const signed = await signAws(whole, keysOf(ctx), { service: 's3', region: ctx.config.region });
  const answer = await ctx.http.request({ ...signed, signal: ctx.signal });
  return checked(answer);
}

/** The answer of a request as an object. */
export async function sendForXml(
  ctx: S3Context,
  place: Place,
  request: Omit<HttpRequest, 'url'> = {},
): Promise<Record<string, unknown>> {
  const { body } = await send(ctx, place, { ...request, responseType: 'text' });
  return typeof body === 'string' ? (parser.parse(body) as Record<string, unknown>) : {};
}

/** The keys of the connection. */
export function keysOf({ credential }: Pick<S3Context, 'credential'>): Record<string, string> {
  if (!credential) throw authExpired('This connection has no access key.');
  return credential.fields;
}

// A copy that fails halfway is told in an answer of 200.
function checked(answer: HttpResponse): HttpResponse {
  const { body } = answer;
  const wrong = answer.status >= 300 || (typeof body === 'string' && /<Error>/.test(body));
  if (!wrong) return answer;
  const parsed: unknown = typeof body === 'string' ? parser.parse(body) : body;
  const status = Math.max(answer.status, 400);
  const told = { ...answer, status, body: parsed };
  const failure = statusProblem(told, errorRules, { code: 'Error.Code', message: 'Error.Message' });
  if (failure) throw failure;
  return answer;
}
