import { isObject } from '@patchbay/shared/base';
import type { HttpBinding, NetworkManifest } from '@patchbay/shared/catalog';

import { bodyOf } from './build-body.ts';
import type { ActionContext } from './context.ts';
import { invalidInput } from './errors.ts';
import type { HttpRequest } from './http.ts';
import { fillTemplate, textOf, type TemplateScope } from './paths.ts';
import { writeParameter } from './write-parameters.ts';

const QUERY_METHODS = ['GET', 'HEAD', 'DELETE'];

/** The request of a binding for the input of a context; throws `invalid_input` for a gap in the path. */
export function buildRequest(
  network: NetworkManifest,
  binding: HttpBinding,
  ctx: Pick<ActionContext, 'input' | 'config' | 'account' | 'idempotencyKey' | 'webhook'>,
): HttpRequest {
  const input = isObject(ctx.input) ? ctx.input : {};
  const { config, account, webhook } = ctx;
  const scope: TemplateScope = { input, ...input, config, account, webhook };
  const places = placesOf(binding, input);
  const query = places.query.flatMap(({ key, name, style }) =>
    writeParameter(name, input[key], style),
  );
  return {
    method: binding.method,
    url: addressOf(network, binding, scope),
    query: groupPairs([...fixedPairs(binding.query, scope), ...query, ...keyPairs(binding, ctx)]),
    headers: headersOf(network, binding, { scope, places, ctx }),
    ...bodyOf(binding, places.body, { input, scope }),
    responseType: binding.response === 'file' ? 'binary' : binding.response,
  };
}

/** Where one input goes. */
export interface Place {
  key: string;
  name: string;
  at?: string;
  each?: string;
  style?: NonNullable<NonNullable<HttpBinding['params']>[string]['style']>;
}
type Places = Record<'query' | 'header' | 'cookie' | 'body', Place[]>;

function placesOf(binding: HttpBinding, input: Record<string, unknown>): Places {
  const places: Places = { query: [], header: [], cookie: [], body: [] };
  const inPath = new Set([...binding.path.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name));
  const rest = QUERY_METHODS.includes(binding.method) && !binding.body ? 'query' : 'body';
  for (const key of Object.keys(input)) {
    const param = binding.params?.[key];
    if (inPath.has(key) && !param) continue;
    const where = param?.in ?? rest;
    if (where === 'path' || where === 'none') continue;
    places[where].push({ ...param, key, name: param?.name ?? key });
  }
  return places;
}

function addressOf(network: NetworkManifest, binding: HttpBinding, scope: TemplateScope): string {
  const path = fillTemplate(binding.path, scope, { write: segmentOf, missing });
  if (/^https?:\/\//.test(binding.path)) return path;
  const base = fillTemplate(network.baseUrl ?? '', scope, { missing });
  return `${base.replace(/\/+$/, '')}${path.startsWith('/') || path === '' ? path : `/${path}`}`;
}

function missing(name: string): never {
  throw invalidInput(`The field ${name} is empty, and the address of the request needs it.`, {
    field: name,
  });
}

// One segment each: an id with a slash in it must not reach another resource.
function segmentOf(value: unknown): string {
  const segment = encodeURIComponent(textOf(value));
  if (segment !== '.' && segment !== '..') return segment;
  throw invalidInput(`"${segment}" cannot be part of an address.`);
}

function headersOf(
  network: NetworkManifest,
  binding: HttpBinding,
  {
    scope,
    places,
    ctx,
  }: { scope: TemplateScope; places: Places; ctx: Pick<ActionContext, 'idempotencyKey'> },
): Record<string, string> {
  const headers: Record<string, string> = {};
  const fixed = fixedPairs({ ...network.headers, ...binding.headers }, scope);
  for (const [name, value] of fixed) headers[name] = value;
  for (const { key, name } of places.header) {
    const value = scope[key];
    if (value !== undefined && value !== null && value !== '') headers[name] = textOf(value);
  }
  const cookies = places.cookie.map(
    ({ key, name }) => `${name}=${encodeURIComponent(textOf(scope[key]))}`,
  );
  if (cookies.length > 0) headers.Cookie = cookies.join('; ');
  if (binding.idempotencyHeader) headers[binding.idempotencyHeader] = ctx.idempotencyKey;
  return headers;
}

// A fixed entry whose setting is empty is left out, so that optional settings need no second binding.
function fixedPairs(
  fixed: Record<string, string> | undefined,
  scope: TemplateScope,
): [string, string][] {
  return Object.entries(fixed ?? {})
    .map(([name, template]): [string, string] => [name, fillTemplate(template, scope)])
    .filter(([, value]) => value !== '');
}

function keyPairs(
  { idempotencyQuery: name }: HttpBinding,
  { idempotencyKey }: Pick<ActionContext, 'idempotencyKey'>,
): [string, string][] {
  return name === undefined ? [] : [[name, idempotencyKey]];
}

function groupPairs(pairs: [string, string][]): Record<string, string[]> {
  const grouped: Record<string, string[]> = {};
  for (const [name, value] of pairs) (grouped[name] ??= []).push(value);
  return grouped;
}
