import { z } from 'zod';

import { defineAction, definePollTrigger } from '#sdk';

import { fetchFeed, type Freshness } from './fetch-feed.ts';
import { feedOutput, itemOutput, sampleItem } from './item.ts';

const url = z.url({ protocol: /^https?$/ }).meta({
  title: 'Address of the feed',
  'x-placeholder': 'https://news.example.com/feed.xml',
  'x-order': 1,
});

/** Reads a feed. */
export const read = defineAction({
  title: 'Read a feed',
  description: 'Gives the items of an RSS, Atom, RDF or JSON feed.',
  tags: ['rss', 'atom', 'feed', 'news', 'blog', 'podcast'],
  input: z.strictObject({
    url,
    maxItems: z.number().int().min(1).max(1000).default(100).meta({
      title: 'Items at most',
      'x-advanced': true,
      'x-order': 2,
    }),
  }),
  output: feedOutput,
  sample: { url: 'https://news.example.com/feed.xml' },
  sampleOutput: {
    format: 'rss',
    title: 'News',
    link: 'https://news.example.com',
    items: [sampleItem],
  },
  effects: { reads: true },
  run: async (ctx) => {
    const found = await fetchFeed(ctx, ctx.input.url);
    const { items = [], ...feed } = found?.feed ?? {};
    return { ...feed, items: items.slice(0, ctx.input.maxItems) };
  },
});

/** Starts a flow for each new item. */
export const newItem = definePollTrigger({
  title: 'New item in a feed',
  description: 'Starts for each item that was not in the feed before.',
  tags: ['rss', 'atom', 'feed', 'news', 'blog'],
  input: z.strictObject({ url }),
  payload: itemOutput,
  sample: sampleItem,
  everyS: 900,
  key: 'id',
  poll: async (ctx, { cursor }) => {
    const last = cursor ? (JSON.parse(cursor) as Freshness) : {};
    const found = await fetchFeed(ctx, ctx.input.url, last);
    if (!found) return { items: [], cursor };
    const items = found.feed.items.filter(({ id }) => id !== '').toReversed();
    return { items, cursor: JSON.stringify(found.freshness) };
  },
});
