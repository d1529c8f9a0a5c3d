import { appendParameters, encodeBody, type HttpRequest, invalidInput } from '#sdk';

import type { Hop } from './redirect.ts';

const BASE_HEADERS = {
  'user-agent': 'Patchbay',
  accept: 'application/json, */*;q=0.8',
  'accept-encoding': 'gzip, deflate, br',
};

/** Checks a request and writes it down as the first hop; throws `invalid_input`. */
export async function firstHop(request: HttpRequest): Promise<Hop> {
  if (!URL.canParse(request.url)) {
    throw invalidInput('The address is not a complete URL.', {
      field: 'url',
      hint: 'Start it with https:// or http://.',
    });
  }
  const url = new URL(request.url);
  assertPlainUrl(url);
  if (request.query) appendParameters(url.searchParams, request.query);
  const body = await encodeBody(request.body, request.bodyType);
  const headers: Record<string, string> = { ...BASE_HEADERS };
  if (body) headers['content-type'] = body.contentType;
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    assertHeader(name, value);
    headers[name.toLowerCase()] = value;
  }
  return { url, method: (request.method ?? 'GET').toUpperCase(), headers, body };
}

/** Refuses what is not http or https, and a URL with a password in it, which would end up in logs. */
export function assertPlainUrl(url: URL): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw invalidInput(`Addresses start with https:// or http://, not ${url.protocol}`, {
      field: 'url',
    });
  }
  if (url.username || url.password) {
    throw invalidInput('The address holds a user name or password.', {
      field: 'url',
      hint: 'Put them into a connection, where they are kept sealed.',
    });
  }
}

// Framing belongs to the client: a wrong length or a second Host smuggles requests past proxies.
const FRAMING =
  /^(host|content-length|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect)$/i;

function assertHeader(name: string, value: string): void {
  const isName = /^[\w!#$%&'*+.^`|~-]+$/.test(name);
  if (isName && !FRAMING.test(name) && !/[\r\n\0]/.test(value)) return;
  throw invalidInput(`The header "${name.slice(0, 60)}" cannot be sent.`, {
    field: 'headers',
    hint: 'Remove it, or the line breaks in it; Host and Content-Length are set by Patchbay.',
  });
}
