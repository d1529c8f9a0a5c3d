import { z } from 'zod';

export const dataSource = z.string().min(1).meta({
  title: 'Database',
  description: 'The data source: a database has one, or several.',
  'x-options': 'dataSources',
  'x-order': 1,
});

export const pageId = z.string().min(1).meta({
  title: 'Page',
  description: 'Its id: the 32 characters at the end of its address.',
  'x-options': 'pages',
  'x-order': 1,
});

export const properties = z.record(z.string(), z.any()).optional().meta({
  title: 'Properties',
  description: 'By name, in the form of the API: { "Status": { "status": { "name": "Open" } } }.',
  'x-language': 'json',
  'x-order': 3,
});

export const paragraphs = z.array(z.string().max(2000)).max(100).meta({
  title: 'Paragraphs',
  description: 'Plain text, one paragraph each.',
  'x-order': 5,
});

/** Where texts go in Notion's nested bodies. */
export const places = {
  title: { in: 'body', at: 'properties.title.title.0.text.content' },
  paragraphs: { in: 'body', at: 'children', each: 'paragraph.rich_text.0.text.content' },
  emoji: { in: 'body', at: 'icon.emoji' },
} as const;

/** A page; its properties depend on the database. */
export const page = z.looseObject({
  object: z.string().optional(),
  id: z.string().meta({ title: 'Page' }),
  created_time: z.string().optional(),
  last_edited_time: z.string().optional(),
  in_trash: z.boolean().optional(),
  url: z.string().optional(),
  properties: z.record(z.string(), z.any()).optional(),
});

export const block = z.looseObject({
  id: z.string(),
  type: z.string(),
  has_children: z.boolean().optional(),
});

export const SAMPLE_PAGE = {
  object: 'page',
  id: '2f6f0c9e-4d33-4b2d-8c55-b2d7c1c01f7e',
  created_time: '2026-01-05T09:00:00.000Z',
  last_edited_time: '2026-01-05T09:30:00.000Z',
  in_trash: false,
  url: 'https://www.notion.so/Order-1042-2f6f0c9e4d334b2d8c55b2d7c1c01f7e',
  properties: { Name: { id: 'title', type: 'title', title: [{ plain_text: 'Order 1042' }] } },
};

export const SAMPLE_BLOCK = {
  object: 'block',
  id: '7c2b4a3e-9d3a-4d6f-8a0c-3f0a1f541b11',
  type: 'paragraph',
  has_children: false,
  paragraph: { rich_text: [{ plain_text: 'Paid by transfer.' }] },
};

export const SAMPLE_SOURCE = '6a1e2b3c-4d5e-4f60-8a7b-9c0d1e2f3a4b';

/** Lists asked for by POST go on in the body. */
export const pages = {
  by: 'cursor',
  items: 'results',
  next: 'next_cursor',
  more: 'has_more',
  param: 'start_cursor',
  size: { param: 'page_size', most: 100 },
} as const;
