import { isObject, type JsonObject } from '@patchbay/shared/base';
import type { AuthScheme } from '@patchbay/shared/catalog';

import { apiKeyAuth, basicAuth, bearerAuth, mutualTlsAuth, noAuth, oauth2Auth } from '#sdk';

import { convertKeys } from './convert-keys.ts';
import type { OpenApiDocument } from './document.ts';
import type { Gaps } from './gaps.ts';
import { listOf, objectOf } from './parts.ts';
import { inWords, said, shorten, slugOf } from './words.ts';

/** The ways to sign in that a document names, each once; at least "none". */
export function convertAuth(document: OpenApiDocument, gaps: Gaps): AuthScheme[] {
  const declared = schemesOf(document);
  const schemes = Object.entries(declared).flatMap(([name, scheme]) =>
    convertScheme(name, scheme, gaps),
  );
  const together = listOf(document.security)
    .map((needed) => convertKeys(Object.keys(objectOf(needed)), declared))
    .filter((scheme) => scheme !== undefined);
  const all = [...together, ...schemes];
  if (all.length > 0) return all;
  gaps.add('no_auth');
  return [noAuth()];
}

function schemesOf({ components }: OpenApiDocument): Record<string, JsonObject> {
  const entries = Object.entries(objectOf(objectOf(components).securitySchemes));
  return Object.fromEntries(entries.map(([name, scheme]) => [name, objectOf(scheme)]));
}

function convertScheme(name: string, scheme: JsonObject, gaps: Gaps): AuthScheme[] {
  const words = {
    id: slugOf(name),
    title: inWords(name),
    ...(typeof scheme.description === 'string' && { help: shorten(scheme.description, 300) }),
  };
  switch (scheme.type) {
    case 'apiKey': {
      const { in: place, name: key } = scheme;
      if (place !== 'header' && place !== 'query' && place !== 'cookie') break;
      if (typeof key === 'string') return [apiKeyAuth({ ...words, place, name: key })];
      break;
    }
    case 'http': {
      const kind = said(scheme.scheme).toLowerCase();
      if (kind === 'basic') return [basicAuth(words)];
      if (kind === 'bearer') return [bearerAuth(words)];
      break;
    }
    case 'oauth2':
      return convertFlows(name, scheme, gaps);
    case 'mutualTLS':
      return [mutualTlsAuth(words)];
    default:
  }
  gaps.add('auth_unusable', name);
  return [];
}

const GRANTS = { authorizationCode: 'code', clientCredentials: 'client_credentials' } as const;

/** Implicit and password grants hand out no token that lasts, so their token is entered by hand. */
function convertFlows(name: string, { flows }: JsonObject, gaps: Gaps): AuthScheme[] {
  return Object.entries(objectOf(flows)).flatMap(([kind, flow]): AuthScheme[] => {
    if (!isObject(flow)) return [];
    const id = `${slugOf(name)}-${slugOf(kind)}`;
    const title = `${inWords(name)} (${inWords(kind).toLowerCase()})`;
    const grant = GRANTS[kind as keyof typeof GRANTS];
    if (!grant || typeof flow.tokenUrl !== 'string') {
      gaps.add('auth_unusable', `${name}: ${kind}`);
      return [bearerAuth({ id, title: `${inWords(name)}: access token` })];
    }
    const scopes = Object.entries(objectOf(flow.scopes));
    return [
      oauth2Auth({
        id,
        title,
        grant,
        ...(typeof flow.authorizationUrl === 'string' && { authorizeUrl: flow.authorizationUrl }),
        tokenUrl: flow.tokenUrl,
        clientAuth: 'post',
        scopes: scopes.map(([scope, about]) => ({
          name: scope,
          title: typeof about === 'string' && about !== '' ? shorten(about, 160) : scope,
        })),
      }),
    ];
  });
}
