import { isObject } from '#base';

import { FunctionError } from './function-error.ts';

type Query = Record<string, unknown>;

function queryParse(text: string): Query {
  const query = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const known = query.get(name);
    query.set(name, known === undefined ? value : [known, value].flat());
  }
  return Object.fromEntries(query);
}

function queryBuild(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat())
      if (each !== undefined && each !== null) params.append(name, textOf(each));
  }
  return params.toString();
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

interface UrlParts {
  protocol?: string;
  host?: string;
  path?: string;
  query?: unknown;
  hash?: string;
}

function urlOf(text: string): URL {
  if (URL.canParse(text)) return new URL(text);
  throw new FunctionError(`"${text.slice(0, 60)}" is no address such as https://example.com/path`);
}

function urlBuild({ protocol = 'https', host = '', path = '', query, hash }: UrlParts): string {
  const url = urlOf(`${protocol}://${host}/${path.replace(/^\//, '')}`);
  if (isObject(query)) url.search = queryBuild(query);
  if (hash !== undefined) url.hash = hash;
  return url.href;
}

export const urlFunctions = {
  urlParse: (text: string) => {
    const { protocol, host, pathname, search, hash } = urlOf(text);
    return {
      protocol: protocol.replace(/:$/, ''),
      host,
      path: pathname,
      query: queryParse(search),
      hash: hash.replace(/^#/, ''),
    };
  },
  urlBuild,
  queryParse,
  queryBuild,
};
