import type { Paginate } from '@patchbay/shared/catalog';

import type { HttpRequest, HttpResponse } from './http.ts';
import { setAt, valueAt } from './paths.ts';

/** What the page before said. */
export interface PageBefore {
  answer: HttpResponse;
  /** The items of that page. */
  list: unknown[];
  /** All items so far. */
  count: number;
  /** Its number, from 0. */
  page: number;
}

/** The first request, asking for no more items at a time than are wanted. */
export function sizedRequest(request: HttpRequest, paginate: Paginate, most: number): HttpRequest {
  const size = 'size' in paginate ? paginate.size : undefined;
  if (!size) return request;
  return withParam(request, size.param, Math.min(size.most, most), inBody(paginate));
}

/** The request of the next page, or undefined after the last. */
export function nextPage(
  request: HttpRequest,
  paginate: Paginate,
  before: PageBefore,
): HttpRequest | undefined {
  switch (paginate.by) {
    case 'link':
      return follow(request, nextLink(before.answer.headers.link), before.answer.url);
    case 'nextUrl':
      return follow(request, valueAt(before.answer.body, paginate.path), before.answer.url);
    case 'cursor': {
      const cursor = cursorOf(paginate, before);
      return cursor ? withParam(request, paginate.param, cursor, paginate.inBody) : undefined;
    }
    case 'offset':
      if (before.list.length === 0 || isShort(request, paginate, before)) return undefined;
      return withParam(request, paginate.param, before.count, paginate.inBody);
    case 'page':
      if (before.list.length === 0 || isShort(request, paginate, before)) return undefined;
      return withParam(
        request,
        paginate.param,
        (paginate.first ?? 1) + before.page + 1,
        paginate.inBody,
      );
    default:
      return undefined;
  }
}

function cursorOf(
  paginate: Extract<Paginate, { by: 'cursor' }>,
  { answer, list }: PageBefore,
): unknown {
  if (list.length === 0 && paginate.last) return undefined;
  if (paginate.more !== undefined && valueAt(answer.body, paginate.more) !== true) return undefined;
  return paginate.last ? valueAt(list.at(-1), paginate.next) : valueAt(answer.body, paginate.next);
}

// A page that is not full is the last; without a known size only an empty one is.
function isShort(
  request: HttpRequest,
  paginate: Extract<Paginate, { by: 'offset' | 'page' }>,
  { list }: PageBefore,
): boolean {
  if (!paginate.size) return false;
  const holder = paginate.inBody ? request.body : request.query;
  const asked = Number(valueAt(holder, paginate.size.param));
  return list.length < asked;
}

function inBody(paginate: Paginate): boolean | undefined {
  return 'inBody' in paginate ? paginate.inBody : undefined;
}

function withParam(
  request: HttpRequest,
  name: string,
  value: unknown,
  body?: boolean,
): HttpRequest {
  if (!body) return { ...request, query: { ...request.query, [name]: value } };
  return {
    ...request,
    body: setAt(request.body, name, value),
    bodyType: request.bodyType ?? 'json',
  };
}

/** Only on the same origin: the next address comes from outside, the credential must not follow it. */
function follow(request: HttpRequest, next: unknown, from: string): HttpRequest | undefined {
  if (typeof next !== 'string' || next === '' || !URL.canParse(next, from)) return undefined;
  const url = new URL(next, from);
  if (url.origin !== new URL(from).origin) return undefined;
  const { query: _query, ...rest } = request;
  return { ...rest, url: url.href };
}

function nextLink(header = ''): string | undefined {
  const parts = header.split(/,\s*(?=<)/);
  const next = parts.find((part) => /;\s*rel="?next"?/i.test(part));
  return next === undefined ? undefined : /<([^>]*)>/.exec(next)?.[1];
}
