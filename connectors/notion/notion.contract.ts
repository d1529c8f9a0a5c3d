import { z } from 'zod';

import type { Contract, Operation } from '#sdk/testing';

import { SAMPLE_BLOCK, SAMPLE_PAGE, SAMPLE_SOURCE } from './fields.ts';

const uuid = z.guid();
const richText = z
  .array(z.strictObject({ text: z.strictObject({ content: z.string().max(2000) }) }))
  .min(1);
const children = z
  .array(z.strictObject({ paragraph: z.strictObject({ rich_text: richText }) }))
  .max(100);
const values = z.record(z.string(), z.record(z.string(), z.any()));
const icon = z.strictObject({ emoji: z.string() }).optional();
const parent = z.union([
  z.strictObject({ page_id: uuid }),
  z.strictObject({ data_source_id: uuid }),
]);
const paged = {
  page_size: z.number().int().max(100).optional(),
  start_cursor: z.string().optional(),
};
const pagedQuery = z.strictObject({
  page_size: z.string().optional(),
  start_cursor: z.string().optional(),
});
const list = (...results: unknown[]): unknown => ({
  object: 'list',
  results,
  has_more: false,
  next_cursor: null,
});
const timestamp = z.enum(['created_time', 'last_edited_time']);
const direction = z.enum(['ascending', 'descending']);

const operations: Record<string, Operation> = {
  'POST /pages': {
    body: z.strictObject({
      parent,
      properties: values.optional(),
      children: children.optional(),
      icon,
    }),
    gives: SAMPLE_PAGE,
  },
  'PATCH /pages/{id}': {
    body: z.strictObject({
      properties: values.optional(),
      icon,
      in_trash: z.boolean().optional(),
    }),
    reply: ({ path }) => {
      if (path.id !== 'hidden') return { body: SAMPLE_PAGE };
      const message = 'Could not find page with ID: hidden.';
      return { status: 404, body: { object: 'error', code: 'object_not_found', message } };
    },
  },
  'GET /pages/{id}': { gives: SAMPLE_PAGE },
  'PATCH /blocks/{id}/children': { body: z.strictObject({ children }), gives: list(SAMPLE_BLOCK) },
  'GET /blocks/{id}/children': { query: pagedQuery, gives: list(SAMPLE_BLOCK) },
  'POST /comments': {
    body: z.strictObject({ parent: z.strictObject({ page_id: uuid }), rich_text: richText }),
    gives: { id: 'c1' },
  },
  'POST /data_sources/{id}/query': {
    body: z.strictObject({
      ...paged,
      filter: z
        .union([
          z.object({ property: z.string() }).catchall(z.any()),
          z.object({ timestamp }).catchall(z.strictObject({ on_or_after: z.iso.datetime() })),
        ])
        .optional(),
      sorts: z
        .array(
          z.union([
            z.strictObject({ property: z.string(), direction }),
            z.strictObject({ timestamp, direction }),
          ]),
        )
        .optional(),
    }),
    reply: ({ body }) =>
      (body as { start_cursor?: string }).start_cursor === 'second'
        ? { body: list(SAMPLE_PAGE) }
        : { body: { results: [SAMPLE_PAGE], has_more: true, next_cursor: 'second' } },
  },
  'POST /search': {
    body: z.strictObject({
      ...paged,
      query: z.string().optional(),
      filter: z
        .strictObject({ property: z.literal('object'), value: z.enum(['page', 'data_source']) })
        .optional(),
      sort: z.strictObject({ timestamp: z.literal('last_edited_time'), direction }).optional(),
    }),
    gives: list({ ...SAMPLE_PAGE, title: [{ plain_text: 'Orders' }] }),
  },
  'GET /users': { query: pagedQuery, gives: list({ id: 'u1', type: 'person', name: 'Ada' }) },
  'GET /users/me': { gives: { object: 'user', bot: { workspace_name: 'Harbour Books' } } },
};

/** Notion's API of 2025-09-03 as far as this connector uses it, after Notion's reference. */
export const contract: Contract = {
  headers: { authorization: 'Bearer ntn_1', 'notion-version': '2025-09-03' },
  operations: Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name.replace(' ', ' /v1'), operation]),
  ),
};

export const DATABASE = { data_source_id: SAMPLE_SOURCE };
