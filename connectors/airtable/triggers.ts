import { isObject } from '@patchbay/shared/base';
import { z } from 'zod';

import { definePollTrigger, sendPages, textOf, valueAt } from '#sdk';

import { pages, record, RECORDS, SAMPLE_RECORD, table } from './fields.ts';
import { told } from './told.ts';

/** A table is not in the order of creation, so what is new must be read whole before it is sorted. */
const MOST = 10_000;

const looked = { everyS: 120, order: 'asc' as const };

/** Airtable knows when a record was created, so the formula can ask for it. */
const newRecord = definePollTrigger({
  ...looked,
  title: 'When a record is new',
  description: 'Looks for records that were added to a table.',
  tags: ['row', 'created', 'form'],
  input: z.strictObject(table),
  payload: record,
  sample: SAMPLE_RECORD,
  key: 'id',
  poll: async (ctx, { cursor, manifest }) => {
    const now = new Date().toISOString();
    if (cursor === undefined) return { items: [], cursor: now };
    const filterByFormula = `IS_AFTER(CREATED_TIME(), DATETIME_PARSE('${justBefore(cursor)}'))`;
    const found = await sendPages(
      manifest,
      {
        http: { method: 'GET', path: RECORDS, query: { filterByFormula } },
        paginate: pages,
        most: MOST,
      },
      ctx,
    );
    const items = found.filter(isObject);
    items.sort((a, b) => textOf(a.createdTime).localeCompare(textOf(b.createdTime)));
    return { items, cursor: lastOf(items, 'createdTime') ?? cursor };
  },
});

/** Records do not say when they were changed, unless the table has a field that does. */
const changedRecord = definePollTrigger({
  ...looked,
  title: 'When a record is changed',
  description:
    'Looks for records that were added or changed, by a field of the type "Last modified time".',
  tags: ['row', 'updated', 'edited'],
  input: z.strictObject({
    ...table,
    modifiedField: z
      .string()
      .regex(/^[^{}]+$/, 'has no braces')
      .meta({
        title: 'Field with the time of change',
        description: 'Of the type "Last modified time".',
        'x-options': 'fields',
        'x-dependsOn': ['baseId', 'tableId'],
        'x-placeholder': 'Last modified',
        'x-order': 3,
      }),
  }),
  payload: record.extend({ changeKey: z.string() }),
  sample: { ...SAMPLE_RECORD, changeKey: `${SAMPLE_RECORD.id} 2026-01-05T09:30:00.000Z` },
  key: 'changeKey',
  poll: async (ctx, { cursor, manifest }) => {
    if (cursor === undefined) return { items: [], cursor: new Date().toISOString() };
    const { modifiedField, ...where } = ctx.input;
    const input = {
      ...where,
      filterByFormula: `IS_AFTER({${modifiedField}}, DATETIME_PARSE('${justBefore(cursor)}'))`,
      sort: [{ field: modifiedField, direction: 'asc' }],
    };
    const found = await sendPages(
      manifest,
      {
        http: {
          method: 'GET',
          path: RECORDS,
          params: { sort: { in: 'query', style: 'brackets' } },
        },
        paginate: pages,
        most: MOST,
      },
      { ...ctx, input },
    );
    const items = found.filter(isObject).map((one) => {
      const changed = textOf(valueAt(one, `fields.${modifiedField}`) ?? '');
      return { ...one, changeKey: `${textOf(one.id)} ${changed}` };
    });
    return { items, cursor: lastOf(items, `fields.${modifiedField}`) ?? cursor };
  },
});

// Times are whole seconds: another record may yet come in the last one's.
function justBefore(cursor: string): string {
  return new Date(Date.parse(cursor) - 1000).toISOString();
}

function lastOf(items: unknown[], path: string): string | undefined {
  const value = valueAt(items.at(-1), path);
  return typeof value === 'string' ? value : undefined;
}

export const triggers = { told, newRecord, changedRecord };
