import type { JsonSchema, NetworkManifest } from '@patchbay/shared/catalog';

import type { OpenApiServer } from './document.ts';
import type { Gaps } from './gaps.ts';
import { listOf, objectOf } from './parts.ts';
import { inWords, said } from './words.ts';

/** Where an API is, and what of that a connection has to say. */
export interface Place {
  network: NetworkManifest;
  config: JsonSchema;
}

/**
 * The base address of a document. Variables become settings of the connection; where no address can
 * be told, the whole of it does. `source` is where the document came from: servers may be relative.
 */
export function convertServers(
  servers: OpenApiServer[] | undefined,
  source: string | undefined,
  gaps: Gaps,
): Place {
  const found = listOf(servers)
    .map((server) => ({ server, url: absolute(server?.url, source) }))
    .filter(({ url }) => url !== undefined);
  const best = found.find(({ url }) => url?.startsWith('https:')) ?? found[0];
  if (!best?.url) {
    gaps.add('no_base_url');
    return asked();
  }
  const variables = Object.entries(objectOf(best.server.variables)).map(
    ([name, variable]) => [name, objectOf(variable)] as const,
  );
  const url = best.url.replace(/\{([^}]+)\}/g, (_, name: string) => `{config.${fieldOf(name)}}`);
  return {
    network: { baseUrl: url.replace(/\/+$/, ''), allowedHosts: [allowedHost(url)] },
    config: {
      type: 'object',
      properties: Object.fromEntries(
        variables.map(([name, { default: value, enum: values, description }]) => [
          fieldOf(name),
          {
            type: 'string',
            title: inWords(name),
            ...(typeof description === 'string' && { description }),
            ...(Array.isArray(values) && values.length > 0 && { enum: values.map(said) }),
            ...(value !== undefined && { default: said(value) }),
          },
        ]),
      ),
      required: variables.map(([name]) => fieldOf(name)),
    },
  };
}

/** What a credential may be sent to: the host, and for plain HTTP the very origin. */
export function allowedHost(url: string): string {
  const host = /^(https?):\/\/([^/?#]+)/.exec(url);
  if (!host) return url;
  return host[1] === 'https' ? (host[2] ?? '') : host[0];
}

function asked(): Place {
  return {
    network: { baseUrl: '{config.baseUrl}', allowedHosts: ['{config.baseUrl}'] },
    config: {
      type: 'object',
      required: ['baseUrl'],
      properties: {
        baseUrl: {
          type: 'string',
          format: 'uri',
          title: 'Address of the API',
          description: 'What its paths are appended to.',
          'x-placeholder': 'https://api.example.com/v1',
        },
      },
    },
  };
}

function absolute(url: string | undefined, source: string | undefined): string | undefined {
  if (typeof url !== 'string') return undefined;
  if (/^https?:\/\/[^/]/i.test(url)) return url;
  if (source === undefined || !URL.canParse(url, source)) return undefined;
  const made = new URL(url, source);
  return made.protocol.startsWith('http') ? made.href : undefined;
}

function fieldOf(name: string): string {
  return name.replace(/\W+/g, '_');
}
