import { problem, ProblemError } from '@patchbay/shared/base';
import type { AuthScheme } from '@patchbay/shared/catalog';

import { isAllowedHost } from './allowed-hosts.ts';
import type { Http, HttpRequest } from './http.ts';

/** A credential and the only hosts that may see it. */
export interface Authorisation {
  scheme: AuthScheme;
  fields: Record<string, string>;
  allowedHosts: string[];
}

/**
 * The client that adds a credential to each request, so that actions never hold it. A request to any
 * other host is refused: whoever may edit a flow must not be able to send the secret elsewhere.
 */
export function authorisedHttp(http: Http, { scheme, fields, allowedHosts }: Authorisation): Http {
  if (scheme.type === 'none' || scheme.type === 'custom') return http;
  return {
    request: async (request) => {
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      if (url && !isAllowedHost(url, allowedHosts)) throw hostRefused(url, allowedHosts);
      return http.request(addCredential(request, scheme, fields));
    },
  };
}

function addCredential(
  request: HttpRequest,
  scheme: AuthScheme,
  fields: Record<string, string>,
): HttpRequest {
  if (scheme.type === 'basic') {
    const pair = Buffer.from(`${fields.username ?? ''}:${fields.password ?? ''}`);
    return withHeader(request, 'Authorization', `Basic ${pair.toString('base64')}`);
  }
  if (scheme.type === 'bearer') {
    return withHeader(request, 'Authorization', `Bearer ${fields.token ?? ''}`);
  }
  if (scheme.type !== 'apiKey') return request;
  const name = scheme.name ?? fields.name ?? '';
  const key = `${scheme.prefix ?? ''}${fields.key ?? ''}`;
  if (scheme.place === 'query') return { ...request, query: { ...request.query, [name]: key } };
  if (scheme.place === 'header') return withHeader(request, name, key);
  return withHeader(request, 'Cookie', `${name}=${encodeURIComponent(key)}`);
}

function withHeader(request: HttpRequest, name: string, value: string): HttpRequest {
  const given = Object.entries(request.headers ?? {});
  const others = given.filter(([other]) => other.toLowerCase() !== name.toLowerCase());
  return {
    ...request,
    headers: { ...Object.fromEntries(others), [name]: value },
    secretHeaders: [...(request.secretHeaders ?? []), name],
  };
}

function hostRefused(url: URL, allowedHosts: string[]): ProblemError {
  const allowed = allowedHosts.join(', ') || 'no host, because it names none';
  return new ProblemError(
    problem('invalid_input', `This connection may not send its credential to ${url.host}.`, {
      hint: `The connection is bound to ${allowed}. Use a path below it, or another connection.`,
      at: { field: 'url' },
    }),
  );
}
