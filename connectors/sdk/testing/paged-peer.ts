import { text } from 'node:stream/consumers';

import { type Loopback, startLoopback } from './loopback.ts';

/** A server with seven items that gives them in pages, in every way pages are asked for. */
export function startPagedPeer(): Promise<Loopback> {
  return startLoopback(async (request, response) => {
    const asked = new URL(request.url ?? '/', 'http://x');
    const body = JSON.parse((await text(request)) || '{}') as { variables?: object };
    const given: Record<string, unknown> = {
      ...Object.fromEntries(asked.searchParams),
      ...body.variables,
    };
    const { from, size } = { from: Number(given.from ?? 0), size: Number(given.size ?? 3) };
    const items = [0, 1, 2, 3, 4, 5, 6].slice(from, from + size).map((id) => ({ id }));
    const next = from + size < 7 ? from + size : undefined;
    asked.searchParams.set('from', String(next));
    if (next !== undefined)
      response.setHeader('link', `<${asked.pathname}${asked.search}>; rel="next"`);
    const more = next !== undefined;
    const nextUrl = next && asked.pathname + asked.search;
    const page = JSON.stringify({ items, next, more, '@odata.nextLink': nextUrl });
    response.setHeader('content-type', 'application/json').end(page);
  });
}
