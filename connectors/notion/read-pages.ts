import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  block,
  dataSource,
  page,
  pageId,
  pages,
  SAMPLE_BLOCK,
  SAMPLE_PAGE,
  SAMPLE_SOURCE,
} from './fields.ts';

/** One page. */
export const getPage = defineHttpAction({
  title: 'Get a page',
  description: 'Gives the properties of a page; its text comes by "List blocks".',
  tags: ['read', 'properties'],
  docsUrl: 'https://developers.notion.com/reference/retrieve-a-page',
  input: z.strictObject({ page_id: pageId }),
  output: page,
  sample: { page_id: SAMPLE_PAGE.id },
  sampleOutput: SAMPLE_PAGE,
  effects: { reads: true },
  http: { method: 'GET', path: '/pages/{page_id}' },
});

/** What stands in a page. */
export const listBlocks = defineHttpAction({
  title: 'List the blocks of a page',
  description: 'Gives the paragraphs, headings and other blocks of a page, in order.',
  tags: ['content', 'text', 'read'],
  docsUrl: 'https://developers.notion.com/reference/get-block-children',
  input: z.strictObject({
    block_id: pageId.meta({ description: 'A page, or a block that holds others.' }),
  }),
  output: block,
  sample: { block_id: SAMPLE_PAGE.id },
  sampleOutput: [SAMPLE_BLOCK],
  effects: { reads: true },
  http: { method: 'GET', path: '/blocks/{block_id}/children' },
  paginate: pages,
});

/** Rows of a database. */
export const queryDatabase = defineHttpAction({
  title: 'List the pages of a database',
  description: 'Gives the pages of a database, filtered and sorted.',
  tags: ['query', 'rows', 'find', 'filter'],
  docsUrl: 'https://developers.notion.com/reference/query-a-data-source',
  input: z.strictObject({
    data_source_id: dataSource,
    filter: z.record(z.string(), z.any()).optional().meta({
      title: 'Filter',
      description: '{ "property": "Status", "status": { "equals": "Open" } }',
      'x-language': 'json',
      'x-order': 2,
    }),
    sorts: z.array(z.record(z.string(), z.any())).optional().meta({
      title: 'Sort',
      description: '[{ "property": "Total", "direction": "descending" }]',
      'x-language': 'json',
      'x-order': 3,
    }),
  }),
  output: page,
  sample: {
    data_source_id: SAMPLE_SOURCE,
    filter: { property: 'Status', status: { equals: 'Open' } },
  },
  sampleOutput: [SAMPLE_PAGE],
  effects: { reads: true },
  http: { method: 'POST', path: '/data_sources/{data_source_id}/query' },
  paginate: { ...pages, inBody: true },
});

/** Pages and databases by title. */
export const search = defineHttpAction({
  title: 'Search',
  description: 'Finds pages and databases by words in their title, of those shared with it.',
  tags: ['find', 'title', 'lookup'],
  docsUrl: 'https://developers.notion.com/reference/post-search',
  input: z.strictObject({
    query: z.string().optional().meta({ title: 'Words', 'x-order': 1 }),
    only: z
      .enum(['page', 'data_source'])
      .default('page')
      .meta({ title: 'Look for', 'x-enumTitles': ['Pages', 'Databases'], 'x-order': 2 }),
  }),
  output: page,
  sample: { query: 'order', only: 'page' },
  sampleOutput: [SAMPLE_PAGE],
  effects: { reads: true },
  http: {
    method: 'POST',
    path: '/search',
    params: { only: { in: 'body', at: 'filter.value' } },
    body: { type: 'json', fixed: { filter: { property: 'object' } } },
  },
  paginate: { ...pages, inBody: true },
});

/** People and bots. */
export const listUsers = defineHttpAction({
  title: 'List people',
  description: 'Gives the members and bots of the workspace.',
  tags: ['users', 'members'],
  docsUrl: 'https://developers.notion.com/reference/get-users',
  input: z.strictObject({}),
  output: z.looseObject({
    id: z.string(),
    type: z.string().optional(),
    name: z.string().nullish(),
    person: z.looseObject({ email: z.string().optional() }).optional(),
  }),
  sample: {},
  sampleOutput: [{ id: 'd40e767c-d7af-4b18-a86d-55c61f1e39a4', type: 'person', name: 'Ada' }],
  effects: { reads: true },
  http: { method: 'GET', path: '/users' },
  paginate: pages,
});
