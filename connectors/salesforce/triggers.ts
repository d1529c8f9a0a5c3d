import { z } from 'zod';

import { type ActionContext, definePollTrigger, type HttpFacts, sendHttp, sendPages } from '#sdk';

import { fieldName, object, record, SAMPLE_RECORD } from './fields.ts';
import { PAGES } from './query.ts';

const MOST = 2000;
const input = z.strictObject({
  object,
  // Not every object has a name: a case has a number, a task a subject.
  fields: z.array(fieldName).default([]).meta({
    title: 'Fields',
    description: 'What the flow gets of each record, beside its id and time.',
    'x-order': 2,
  }),
  where: z.string().optional().meta({
    title: 'Where',
    description: 'A condition in SOQL: only records that fit start the flow.',
    'x-placeholder': "StageName = 'Closed Won'",
    'x-order': 3,
  }),
});
type Input = z.output<typeof input>;
const common = {
  everyS: 120,
  input,
  payload: record,
  order: 'asc',
} as const;

export const recordCreated = definePollTrigger({
  ...common,
  title: 'New record',
  description: 'Starts for each record of an object that is created.',
  tags: ['created', 'lead', 'opportunity', 'case'],
  sample: { ...SAMPLE_RECORD, CreatedDate: '2026-11-24T09:30:00.000+0000' },
  key: 'Id',
  poll: (ctx, { cursor, manifest }) => look(manifest, ctx, { cursor, field: 'CreatedDate' }),
});

export const recordChanged = definePollTrigger({
  ...common,
  title: 'New or changed record',
  description: 'Starts each time a record of an object is created or changed.',
  tags: ['updated', 'edited', 'stage'],
  sample: {
    ...SAMPLE_RECORD,
    SystemModstamp: '2026-11-24T09:30:00.000+0000',
    change: `${SAMPLE_RECORD.Id} 2026-11-24T09:30:00.000+0000`,
  },
  key: 'change',
  poll: async (ctx, { cursor, manifest }) => {
    const found = await look(manifest, ctx, { cursor, field: 'SystemModstamp' });
    const items = found.items.map((one) => ({
      ...one,
      change: `${String(one.Id)} ${String(one.SystemModstamp)}`,
    }));
    return { ...found, items };
  },
});

async function look(
  facts: HttpFacts,
  ctx: ActionContext<Input>,
  { cursor, field }: { cursor: string | undefined; field: string },
): Promise<{ items: Record<string, unknown>[]; cursor: string }> {
  const { object: from, fields, where } = ctx.input;
  // The first look, which starts nothing, marks what lies in the newest record's second: another one
  // may yet come in it.
  const since = cursor ?? (await newest(facts, ctx, { from, field }));
  const names = [...new Set(['Id', field, ...fields])].join(', ');
  const also = where ? ` AND (${where})` : '';
  const q = `SELECT ${names} FROM ${from} WHERE ${field} >= ${since}${also} ORDER BY ${field} ASC`;
  const http = { method: 'GET', path: '/query' } as const;
  const parts = { http, paginate: PAGES, most: MOST };
  const found = z.array(record).parse(await sendPages(facts, parts, { ...ctx, input: { q } }));
  return { items: found, cursor: timeOf(found.at(-1), field) ?? since };
}

async function newest(
  facts: HttpFacts,
  ctx: ActionContext,
  { from, field }: { from: string; field: string },
): Promise<string> {
  const q = `SELECT ${field} FROM ${from} ORDER BY ${field} DESC NULLS LAST LIMIT 1`;
  const binding = { method: 'GET', path: '/query', result: 'records.0' } as const;
  const found = await sendHttp(facts, binding, { ...ctx, input: { q } });
  return timeOf(found, field) ?? literal(0);
}

// The answers write +0000, which a query does not take.
function timeOf(found: unknown, field: string): string | undefined {
  const text = z.looseObject({ [field]: z.string() }).safeParse(found).data?.[field];
  if (text === undefined) return undefined;
  return literal(Date.parse(text.replace(/\+0000$/, 'Z')));
}

// As SOQL's reference writes times; a second begun again costs nothing, for records are known by key.
function literal(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
