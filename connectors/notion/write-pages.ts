import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import {
  block,
  dataSource,
  page,
  pageId,
  paragraphs,
  places,
  properties,
  SAMPLE_BLOCK,
  SAMPLE_PAGE,
  SAMPLE_SOURCE,
} from './fields.ts';

const title = z.string().max(2000).meta({ title: 'Title', 'x-order': 2 });
const emoji = z.string().max(10).optional().meta({
  title: 'Icon',
  description: 'An emoji.',
  'x-placeholder': '📦',
  'x-advanced': true,
  'x-order': 6,
});

/** A row of a database. */
export const createDatabasePage = defineHttpAction({
  title: 'Add a page to a database',
  description: 'Creates a page with properties in a database.',
  tags: ['row', 'item', 'record', 'create'],
  docsUrl: 'https://developers.notion.com/reference/post-page',
  input: z.strictObject({
    data_source_id: dataSource,
    properties,
    title: title.optional(),
    paragraphs: paragraphs.optional(),
    emoji,
  }),
  output: page,
  sample: {
    data_source_id: SAMPLE_SOURCE,
    title: 'Order 1042',
    properties: { Status: { status: { name: 'Open' } }, Total: { number: 288 } },
    paragraphs: ['From the web shop.'],
  },
  sampleOutput: SAMPLE_PAGE,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/pages',
    params: { ...places, data_source_id: { in: 'body', at: 'parent.data_source_id' } },
  },
});

/** A page below another. */
export const createPage = defineHttpAction({
  title: 'Create a page',
  description: 'Creates a page below another page.',
  tags: ['document', 'note', 'add'],
  docsUrl: 'https://developers.notion.com/reference/post-page',
  input: z.strictObject({
    page_id: pageId.meta({ title: 'Below the page' }),
    title,
    paragraphs: paragraphs.optional(),
    emoji,
  }),
  output: page,
  sample: { page_id: SAMPLE_PAGE.id, title: 'Minutes', paragraphs: ['Ada opened the meeting.'] },
  sampleOutput: SAMPLE_PAGE,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/pages',
    params: { ...places, page_id: { in: 'body', at: 'parent.page_id' } },
  },
});

/** Changes the properties of a page. */
export const updatePage = defineHttpAction({
  title: 'Update a page',
  description: 'Changes title, properties and icon of a page, or moves it to the trash.',
  tags: ['edit', 'archive', 'trash', 'delete', 'status'],
  docsUrl: 'https://developers.notion.com/reference/patch-page',
  input: z.strictObject({
    page_id: pageId,
    properties,
    title: title.optional(),
    emoji,
    in_trash: z.boolean().optional().meta({ title: 'In the trash', 'x-order': 7 }),
  }),
  output: page,
  sample: { page_id: SAMPLE_PAGE.id, properties: { Status: { status: { name: 'Done' } } } },
  sampleOutput: SAMPLE_PAGE,
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'PATCH', path: '/pages/{page_id}', params: places },
});

/** Text at the end of a page. */
export const appendParagraphs = defineHttpAction({
  title: 'Append text to a page',
  description: 'Adds paragraphs at the end of a page.',
  tags: ['write', 'content', 'blocks', 'log'],
  docsUrl: 'https://developers.notion.com/reference/patch-block-children',
  input: z.strictObject({ block_id: pageId, paragraphs: paragraphs.min(1) }),
  output: z.array(block),
  sample: { block_id: SAMPLE_PAGE.id, paragraphs: ['Paid by transfer.'] },
  sampleOutput: [SAMPLE_BLOCK],
  effects: { reads: false },
  http: {
    method: 'PATCH',
    path: '/blocks/{block_id}/children',
    params: places,
    result: 'results',
  },
});

/** A comment. */
export const addComment = defineHttpAction({
  title: 'Comment on a page',
  description: 'Starts a discussion at the top of a page.',
  tags: ['note', 'reply'],
  docsUrl: 'https://developers.notion.com/reference/create-a-comment',
  input: z.strictObject({
    page_id: pageId,
    text: z.string().min(1).max(2000).meta({ title: 'Text', 'x-multiline': true, 'x-order': 2 }),
  }),
  output: z.looseObject({ id: z.string(), discussion_id: z.string().optional() }),
  sample: { page_id: SAMPLE_PAGE.id, text: 'Please check the address.' },
  sampleOutput: { id: '94cc56ab-9f02-409d-9f99-1037e9fe502f' },
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/comments',
    params: {
      page_id: { in: 'body', at: 'parent.page_id' },
      text: { in: 'body', at: 'rich_text.0.text.content' },
    },
  },
});
