import { z } from 'zod';

import { type ActionContext, defineAction, type HttpFacts, sendHttp } from '#sdk';

import { DOCS, record, SAMPLE_INVOICE, VERSION } from './fields.ts';

const PAGE = 1000;
const ENTITIES = [
  'Customer',
  'Invoice',
  'Payment',
  'Item',
  'Vendor',
  'Bill',
  'Estimate',
  'SalesReceipt',
  'CreditMemo',
  'Purchase',
  'Account',
  'Employee',
] as const;

export const entity = z.enum(ENTITIES).default('Invoice').meta({ title: 'Kind', 'x-order': 1 });
export type Record = z.infer<typeof record>;

/** The records of a query of QuickBooks, which pages by positions inside of its text. */
export async function selectAll(
  facts: HttpFacts,
  ctx: ActionContext,
  { from, rest, most }: { from: string; rest: string; most: number },
): Promise<Record[]> {
  const found: Record[] = [];
  while (found.length < most) {
    const size = Math.min(PAGE, most - found.length);
    const place = `STARTPOSITION ${found.length + 1} MAXRESULTS ${size}`;
    const query = `SELECT * FROM ${from} ${rest} ${place}`.replaceAll(/ +/g, ' ');
    const page = await sendHttp(
      facts,
      { method: 'GET', path: '/query', query: VERSION, result: `QueryResponse.${from}` },
      { ...ctx, input: { query } },
    );
    const list = z.array(record).parse(page ?? []);
    found.push(...list);
    if (list.length < size) break;
  }
  return found;
}

export const findRecords = defineAction({
  title: 'Find records',
  description: 'Gives customers, invoices or other records, all or those that fit a condition.',
  tags: ['query', 'search', 'list', 'customer', 'invoice', 'select'],
  docsUrl:
    'https://developer.intuit.com/app/developer/qbo/docs/learn/explore-the-quickbooks-online-api/data-queries',
  input: z.strictObject({
    entity,
    where: z.string().optional().meta({
      title: 'Where',
      description: 'In the words of its queries; texts in single quotes.',
      'x-placeholder': "Balance > '0' AND DueDate < '2026-12-01'",
      'x-order': 2,
    }),
    orderBy: z
      .string()
      .regex(/^\w+(\.\w+)?( ([Aa][Ss][Cc]|[Dd][Ee][Ss][Cc]))?$/, 'is a field, and ASC or DESC')
      .optional()
      .meta({ title: 'Order', 'x-placeholder': 'TxnDate DESC', 'x-order': 3 }),
    maxItems: z
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(100)
      .meta({ title: 'Records at most', 'x-advanced': true }),
  }),
  output: z.array(record),
  sample: { entity: 'Invoice', where: "Balance > '0'", orderBy: 'TxnDate DESC' },
  sampleOutput: [SAMPLE_INVOICE],
  effects: { reads: true },
  run: (ctx, facts) => {
    const { entity: from, where, orderBy, maxItems: most } = ctx.input;
    const rest = `${where ? `WHERE ${where}` : ''}${orderBy ? ` ORDERBY ${orderBy}` : ''}`;
    return selectAll(facts, ctx, { from, rest, most });
  },
});

export const getRecord = defineAction({
  title: 'Get a record',
  description: 'Gives one record by its id.',
  tags: ['read', 'customer', 'invoice'],
  docsUrl: DOCS,
  input: z.strictObject({
    entity,
    id: z.string().min(1).meta({ title: 'Id', 'x-order': 2 }),
  }),
  output: record,
  sample: { entity: 'Invoice', id: '130' },
  sampleOutput: SAMPLE_INVOICE,
  effects: { reads: true },
  run: (ctx, facts) => {
    const { entity: kind, id } = ctx.input;
    const path = `/${kind.toLowerCase()}/{id}`;
    const binding = { method: 'GET', path, query: VERSION, result: kind } as const;
    return sendHttp(facts, binding, { ...ctx, input: { id } });
  },
});
