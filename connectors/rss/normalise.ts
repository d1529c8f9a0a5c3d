import type { parseFeed } from 'feedsmith';

import type { Feed, FeedItem } from './item.ts';

type Parsed = ReturnType<typeof parseFeed>;
type Of<Format extends Parsed['format']> = Extract<Parsed, { format: Format }>['feed'];
type Entry<List extends unknown[] | undefined> = NonNullable<List>[number];

/** Any feed in the one shape that flows see. */
export function normalise(parsed: Parsed): Feed {
  const { format } = parsed;
  switch (format) {
    case 'rss':
    case 'rdf': {
      const { title, link, description } = parsed.feed;
      const items =
        format === 'rss' ? parsed.feed.items?.map(rssItem) : parsed.feed.items?.map(rdfItem);
      return { format, title, link, description, items: items ?? [] };
    }
    case 'atom':
      return {
        format,
        title: parsed.feed.title?.value,
        link: pageOf(parsed.feed.links),
        description: parsed.feed.subtitle?.value,
        items: parsed.feed.entries?.map(atomItem) ?? [],
      };
    case 'json': {
      const { title, home_page_url: link, description, items } = parsed.feed;
      return { format, title, link, description, items: items?.map(jsonItem) ?? [] };
    }
  }
}

function rssItem(item: Entry<Of<'rss'>['items']>): FeedItem {
  return {
    id: item.guid?.value ?? item.link ?? item.title ?? item.description ?? '',
    title: item.title,
    link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
    summary: item.description,
    content: item.content?.encoded,
    author: item.authors?.[0]?.name ?? item.dc?.creators?.[0],
    published: isoOf(item.pubDate ?? item.dc?.dates?.[0]),
    categories: namesOf(item.categories?.map(({ name }) => name)),
    attachments: (item.enclosures ?? []).flatMap(({ url, type, length }) =>
      url ? [{ url, type, size: length }] : [],
    ),
  };
}

function rdfItem(item: Entry<Of<'rdf'>['items']>): FeedItem {
  return {
    id: item.rdf?.about ?? item.link ?? item.title ?? '',
    title: item.title,
    link: item.link,
    summary: item.description,
    content: item.content?.encoded,
    author: item.dc?.creators?.[0],
    published: isoOf(item.dc?.dates?.[0]),
    categories: namesOf(item.dc?.subjects),
    attachments: [],
  };
}

function atomItem(entry: Entry<Of<'atom'>['entries']>): FeedItem {
  return {
    id: entry.id ?? pageOf(entry.links) ?? entry.title?.value ?? '',
    title: entry.title?.value,
    link: pageOf(entry.links),
    summary: entry.summary?.value,
    content: entry.content?.value,
    author: entry.authors?.[0]?.name,
    published: isoOf(entry.published ?? entry.updated),
    updated: isoOf(entry.updated),
    categories: namesOf(entry.categories?.map(({ term, label }) => label ?? term)),
    attachments: (entry.links ?? []).flatMap(({ rel, href, type, length }) =>
      rel === 'enclosure' && href ? [{ url: href, type, size: length }] : [],
    ),
  };
}

function jsonItem(item: Entry<Of<'json'>['items']>): FeedItem {
  return {
    id: item.id ?? item.url ?? '',
    title: item.title,
    link: item.url ?? item.external_url,
    summary: item.summary ?? item.content_text,
    content: item.content_html,
    author: item.authors?.[0]?.name,
    published: isoOf(item.date_published),
    updated: isoOf(item.date_modified),
    categories: namesOf(item.tags),
    attachments: (item.attachments ?? []).flatMap(({ url, mime_type: type, size_in_bytes: size }) =>
      url ? [{ url, type, size }] : [],
    ),
  };
}

function pageOf(links: { rel?: string; href?: string }[] | undefined): string | undefined {
  return links?.find(({ rel = 'alternate' }) => rel === 'alternate')?.href;
}

// A date that nobody can read stays as it is, better than none.
function isoOf(date: unknown): string | undefined {
  if (typeof date !== 'string') return undefined;
  const ms = Date.parse(date);
  return Number.isNaN(ms) ? date : new Date(ms).toISOString();
}

function namesOf(names: (string | undefined)[] | undefined): string[] {
  return (names ?? []).filter((name) => name !== undefined && name !== '') as string[];
}
