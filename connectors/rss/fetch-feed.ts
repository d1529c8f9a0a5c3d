import { type ActionContext, type HttpResponse, invalidInput, statusProblem } from '#sdk';

import type { Feed } from './item.ts';
import { normalise } from './normalise.ts';

const ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';

/** What the last answer said of its state; sent along, an unchanged feed costs next to nothing. */
export interface Freshness {
  etag?: string;
  modified?: string;
}

/** Reads a feed; undefined when it has not changed since `last`. */
export async function fetchFeed(
  { http, signal }: Pick<ActionContext, 'http' | 'signal'>,
  url: string,
  last: Freshness = {},
): Promise<{ feed: Feed; freshness: Freshness } | undefined> {
  const headers: Record<string, string> = { Accept: ACCEPT };
  if (last.etag) headers['If-None-Match'] = last.etag;
  if (last.modified) headers['If-Modified-Since'] = last.modified;
  const answer = await http.request({ url, headers, responseType: 'binary', redirects: 5, signal });
  if (answer.status === 304) return undefined;
  const failure = statusProblem(answer);
  if (failure) throw failure;
  const { etag, 'last-modified': modified } = answer.headers;
  return { feed: await readFeed(answer), freshness: { etag, modified } };
}

async function readFeed(answer: HttpResponse): Promise<Feed> {
  const { parseFeed } = await import('feedsmith');
  const text = textOf(answer);
  try {
    return normalise(parseFeed(text));
  } catch {
    const { host } = new URL(answer.url);
    const page = /<html/i.test(text.slice(0, 2000));
    throw invalidInput(`${host} did not answer with a feed${page ? ', but with a page' : ''}.`, {
      hint: 'Use the address of the feed itself; a page often names it in its source as rel="alternate".',
      field: 'url',
    });
  }
}

function textOf({ body, headers }: HttpResponse): string {
  if (!(body instanceof Uint8Array)) return typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = Buffer.from(body);
  const sent = /charset="?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([\w-]+)/.exec(bytes.toString('latin1', 0, 200));
  try {
    return new TextDecoder(sent ?? declared?.[1] ?? 'utf-8').decode(bytes);
  } catch {
    return bytes.toString();
  }
}
