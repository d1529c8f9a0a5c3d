import { type ActionContext, type HttpResponse, invalidInput, statusProblem, textOf } from '#sdk';

import { errorRules } from './error-rules.ts';

/** What a request to a calendar server needs of its call. */
export type DavContext = Pick<ActionContext, 'http' | 'signal' | 'config'>;

/** One request of CalDAV; `href` is a path of the server or a whole address on it. */
export interface DavRequest {
  method: 'PROPFIND' | 'REPORT' | 'GET' | 'PUT' | 'DELETE';
  href: string;
  depth?: 0 | 1;
  body?: string;
  headers?: Record<string, string>;
}

/** Sends a request and gives the answer, whatever its status. */
export function sendDav(ctx: DavContext, request: DavRequest): Promise<HttpResponse> {
  const { method, href, depth, body } = request;
  const headers: Record<string, string> = { ...request.headers };
  if (depth !== undefined) headers.Depth = String(depth);
  if (body?.startsWith('<')) headers['Content-Type'] = 'application/xml; charset=utf-8';
  return ctx.http.request({
    method,
    url: addressOf(ctx, href),
    headers,
    ...(body !== undefined && { body, bodyType: 'text' }),
    responseType: 'text',
    redirects: 3,
    signal: ctx.signal,
  });
}

/** Sends a request and gives the answer; throws for an error answer. */
export async function callDav(ctx: DavContext, request: DavRequest): Promise<HttpResponse> {
  return checked(await sendDav(ctx, request));
}

/** Throws for an error answer. */
export function checked(answer: HttpResponse): HttpResponse {
  const failure = statusProblem(answer, errorRules);
  if (failure) throw failure;
  return answer;
}

/** The path of an address on the server, as it stands for the event or calendar itself. */
export function pathOf(href: string, base: string): string {
  return URL.canParse(href, base) ? new URL(href, base).pathname : href;
}

function addressOf({ config }: DavContext, href: string): string {
  const base = textOf(config.baseUrl);
  if (URL.canParse(href, base)) return new URL(href, base).href;
  throw invalidInput(`"${href.slice(0, 100)}" is not an address on the calendar server.`, {
    hint: 'Take it from a step that lists calendars or events.',
  });
}
