import { z } from 'zod';

import { type ActionContext, definePollTrigger, type HttpFacts, sendPages } from '#sdk';

import { LIST_ORDERS } from './documents.ts';
import { order, SAMPLE_ORDER, SEND } from './fields.ts';
import { ORDER_PAGES } from './orders.ts';

type Order = z.infer<typeof order>;
type Times = 'createdAt' | 'updatedAt';
const MOST = 250;
const WORDS = { createdAt: 'created_at', updatedAt: 'updated_at' };
const input = z.strictObject({
  query: z.string().optional().meta({
    title: 'Search',
    description: 'Only orders that fit, in the search syntax of Shopify.',
    'x-placeholder': 'financial_status:paid',
  }),
});
const common = { everyS: 60, input, order: 'asc' } as const;

export const orderCreated = definePollTrigger({
  ...common,
  title: 'New order',
  description: 'Starts for each order that comes in.',
  tags: ['created', 'sale', 'placed'],
  payload: order,
  sample: SAMPLE_ORDER,
  key: 'id',
  poll: (ctx, { cursor, manifest }) => look(manifest, ctx, { cursor, field: 'createdAt' }),
});

export const orderChanged = definePollTrigger({
  ...common,
  title: 'New or changed order',
  description: 'Starts each time an order comes in, is paid, sent or edited.',
  tags: ['updated', 'paid', 'fulfilled', 'cancelled'],
  payload: order.extend({ change: z.string() }),
  sample: { ...SAMPLE_ORDER, change: `${SAMPLE_ORDER.id} ${SAMPLE_ORDER.updatedAt}` },
  key: 'change',
  poll: async (ctx, { cursor, manifest }) => {
    const found = await look(manifest, ctx, { cursor, field: 'updatedAt' });
    const items = found.items.map((one) => ({ ...one, change: `${one.id} ${one.updatedAt}` }));
    return { ...found, items };
  },
});

async function look(
  facts: HttpFacts,
  ctx: ActionContext<z.output<typeof input>>,
  { cursor, field }: { cursor: string | undefined; field: Times },
): Promise<{ items: Order[]; cursor: string }> {
  const { query = '' } = ctx.input;
  const list = async (words: string, { newest }: { newest: boolean }): Promise<Order[]> => {
    const variables = {
      query: `${query} ${words}`.trim(),
      sortKey: field === 'createdAt' ? 'CREATED_AT' : 'UPDATED_AT',
      reverse: newest,
    };
    const parts = { http: SEND, paginate: ORDER_PAGES, most: newest ? 1 : MOST };
    const sent = { ...ctx, input: { query: LIST_ORDERS, variables } };
    return z.array(order).parse(await sendPages(facts, parts, sent));
  };
  const last = cursor === undefined ? await list('', { newest: true }) : [];
  // The first look, which starts nothing, marks what lies in the newest order's second: another one
  // may yet come in it.
  const since = cursor ?? last[0]?.[field] ?? '1970-01-01T00:00:00Z';
  const found = await list(`${WORDS[field]}:>='${since}'`, { newest: false });
  return { items: found, cursor: found.at(-1)?.[field] ?? since };
}
