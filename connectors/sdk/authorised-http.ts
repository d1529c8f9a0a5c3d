import type { JsonObject } from '@patchbay/shared/base';
import { problem, ProblemError } from '@patchbay/shared/base';
import type { AuthScheme } from '@patchbay/shared/catalog';

import { isAllowedHost } from './allowed-hosts.ts';
import type { SignRequest } from './define-connector.ts';
import type { Http, HttpRequest } from './http.ts';
import { fillTemplate } from './paths.ts';
import { signAws } from './sign-aws.ts';

/** A credential and the only hosts that may see it. */
export interface Authorisation {
  scheme: AuthScheme;
  fields: Record<string, string>;
  config: JsonObject;
  allowedHosts: string[];
  /** The connector's own code, for a `signed` scheme. */
  sign?: SignRequest;
  /** Gets new fields after a 401; undefined when there is nothing to renew. */
  renew?: () => Promise<Record<string, string> | undefined>;
}

/**
 * The client that adds a credential to each request, so that actions never hold it. A request to any
 * other host is refused: whoever may edit a flow must not be able to send the secret elsewhere.
 */
export function authorisedHttp(http: Http, authorisation: Authorisation): Http {
  const { scheme, allowedHosts, renew } = authorisation;
  if (scheme.type === 'none' || scheme.type === 'custom') return http;
  let { fields } = authorisation;
  return {
    request: async (request) => {
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      if (url && !isAllowedHost(url, allowedHosts)) throw hostRefused(url, allowedHosts);
      const answer = await http.request(await addCredential(request, { ...authorisation, fields }));
      const renewed = answer.status === 401 ? await renew?.() : undefined;
      if (!renewed) return answer;
      fields = renewed;
      return http.request(await addCredential(request, { ...authorisation, fields }));
    },
  };
}

function addCredential(
  request: HttpRequest,
  { scheme, fields, config, sign }: Authorisation,
): HttpRequest | Promise<HttpRequest> {
  switch (scheme.type) {
    case 'basic': {
      const pair = Buffer.from(`${fields.username ?? ''}:${fields.password ?? ''}`);
      return withHeader(request, 'Authorization', `Basic ${pair.toString('base64')}`);
    }
    case 'bearer':
      return withHeader(request, 'Authorization', `Bearer ${fields.token ?? ''}`);
    case 'apiKey':
      return addKey(request, scheme, fields);
    case 'parameters':
      return addParameters(request, scheme, fields);
    case 'oauth2':
      return withHeader(request, 'Authorization', tokenText(scheme.prefix, fields));
    case 'tokenExchange':
      return withHeader(
        request,
        scheme.header ?? 'Authorization',
        tokenText(scheme.prefix, fields),
      );
    case 'mutualTls': {
      const { certificate = '', privateKey = '', passphrase, ca } = fields;
      return { ...request, clientTls: { certificate, privateKey, passphrase, ca } };
    }
    case 'awsSigV4': {
      const { service, region } = scheme;
      const scope = { config, fields };
      return signAws(request, fields, {
        service: fillTemplate(service, scope),
        region: fillTemplate(region, scope),
      });
    }
    case 'signed':
      return sign ? sign(request, fields) : request;
    default:
      return request;
  }
}

function addKey(
  request: HttpRequest,
  scheme: Extract<AuthScheme, { type: 'apiKey' }>,
  fields: Record<string, string>,
): HttpRequest {
  const name = scheme.name ?? fields.name ?? '';
  const key = `${scheme.prefix ?? ''}${fields.key ?? ''}`;
  if (scheme.place === 'query') return { ...request, query: { ...request.query, [name]: key } };
  if (scheme.place === 'header') return withHeader(request, name, key);
  return withHeader(request, 'Cookie', `${name}=${encodeURIComponent(key)}`);
}

function addParameters(
  request: HttpRequest,
  scheme: Extract<AuthScheme, { type: 'parameters' }>,
  fields: Record<string, string>,
): HttpRequest {
  const query = Object.entries(scheme.query).map(([name, text]) => [
    name,
    fillTemplate(text, { fields }),
  ]);
  const base = { ...request, query: { ...request.query, ...Object.fromEntries(query) } };
  return Object.entries(scheme.headers).reduce<HttpRequest>(
    (made, [name, text]) => withHeader(made, name, fillTemplate(text, { fields })),
    base,
  );
}

function tokenText(prefix = 'Bearer', fields: Record<string, string>): string {
  return `${prefix} ${fields.accessToken ?? ''}`.trim();
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
