import { z } from 'zod';

const text = (title: string): z.ZodOptional<z.ZodString> => z.string().optional().meta({ title });

/** One item of a feed, whatever the format of the feed. */
export const itemOutput = z.object({
  id: z.string().meta({ title: 'Id', description: 'The same each time the feed is read.' }),
  title: text('Title'),
  link: text('Address'),
  summary: text('Summary'),
  content: text('Content (HTML)'),
  author: text('Author'),
  published: text('Published'),
  updated: text('Updated'),
  categories: z.array(z.string()).meta({ title: 'Categories' }),
  attachments: z
    .array(z.object({ url: z.string(), type: z.string().optional(), size: z.number().optional() }))
    .meta({ title: 'Attachments' }),
});
export type FeedItem = z.output<typeof itemOutput>;

/** A whole feed. */
export const feedOutput = z.object({
  format: z.enum(['rss', 'atom', 'rdf', 'json']).meta({ title: 'Format' }),
  title: text('Title'),
  link: text('Address'),
  description: text('Description'),
  items: z.array(itemOutput).meta({ title: 'Items', description: 'In the order of the feed.' }),
});
export type Feed = z.output<typeof feedOutput>;

/** An item for previews. */
export const sampleItem = {
  id: 'https://news.example.com/2026/11/1',
  title: 'A new release',
  link: 'https://news.example.com/2026/11/1',
  summary: 'What is new.',
  author: 'Ann',
  published: '2026-11-24T10:00:00.000Z',
  categories: ['Releases'],
  attachments: [],
};
