import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { editedPages } from './edited-pages.ts';
import { dataSource, page, SAMPLE_PAGE } from './fields.ts';
import { reported } from './reported.ts';

const looked = {
  everyS: 120,
  key: 'changeKey',
  order: 'asc' as const,
  input: z.strictObject({ data_source_id: dataSource }),
  payload: page.extend({ changeKey: z.string() }),
};

const newPage = definePollTrigger({
  ...looked,
  title: 'When a page is added to a database',
  description: 'Looks for pages that are new in a database.',
  tags: ['row', 'record', 'created', 'new'],
  sample: { ...SAMPLE_PAGE, changeKey: SAMPLE_PAGE.id },
  poll: (ctx, look) => editedPages(ctx, look, 'created_time'),
});

const editedPage = definePollTrigger({
  ...looked,
  title: 'When a page of a database is edited',
  description: 'Looks for pages that were added or edited, once for each minute of editing.',
  tags: ['row', 'record', 'updated', 'changed'],
  sample: { ...SAMPLE_PAGE, changeKey: `${SAMPLE_PAGE.id} ${SAMPLE_PAGE.last_edited_time}` },
  poll: (ctx, look) => editedPages(ctx, look, 'last_edited_time'),
});

export const triggers = { reported, newPage, editedPage };
