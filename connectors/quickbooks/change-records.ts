import { z } from 'zod';

import { type ActionContext, defineAction, type HttpFacts, sendHttp } from '#sdk';

import { DOCS, record, SAMPLE_CUSTOMER, SAMPLE_INVOICE, VERSION, WRITE } from './fields.ts';

const customerDetails = z.strictObject({
  id: z.string().min(1).meta({ title: 'Customer', 'x-options': 'customers', 'x-order': 1 }),
  DisplayName: z.string().min(1).max(500).optional().meta({ title: 'Name', 'x-order': 2 }),
  email: z.email().optional().meta({ title: 'Mail address', 'x-order': 3 }),
  phone: z.string().max(30).optional().meta({ title: 'Phone', 'x-order': 4 }),
  CompanyName: z.string().max(100).optional().meta({ title: 'Company', 'x-order': 5 }),
  Notes: z.string().max(2000).optional().meta({ title: 'Notes', 'x-advanced': true }),
});

/** A change names the version it is made on, so the record is read first. */
export const updateCustomer = defineAction({
  title: 'Update a customer',
  description: 'Changes what is given of a customer, and leaves the rest.',
  tags: ['edit', 'contact', 'change'],
  docsUrl: `${DOCS}/customer#sparse-update-a-customer`,
  input: customerDetails,
  output: record,
  sample: { id: '58', email: 'books@harbour-books.example' },
  sampleOutput: { ...SAMPLE_CUSTOMER, SyncToken: '1' },
  effects: { reads: false, idempotent: true },
  run: async (ctx, facts) => {
    const { id, email, phone, ...given } = ctx.input;
    const input = {
      ...given,
      ...(email && { PrimaryEmailAddr: { Address: email } }),
      ...(phone && { PrimaryPhone: { FreeFormNumber: phone } }),
      ...(await versionOf(ctx, facts, { path: '/customer/{id}', kind: 'Customer', id })),
      sparse: true,
    };
    const binding = { method: 'POST', path: '/customer', ...WRITE, result: 'Customer' } as const;
    return sendHttp(facts, binding, { ...ctx, input });
  },
});

/** Makes an invoice worth nothing. */
export const voidInvoice = defineAction({
  title: 'Void an invoice',
  description: 'Sets all amounts of an invoice to zero; it stays in the books.',
  tags: ['cancel', 'storno', 'bill'],
  docsUrl: `${DOCS}/invoice#void-an-invoice`,
  input: z.strictObject({
    id: z.string().min(1).meta({ title: 'Invoice', description: 'Its id.' }),
  }),
  output: record,
  sample: { id: '130' },
  sampleOutput: { ...SAMPLE_INVOICE, TotalAmt: 0, Balance: 0 },
  effects: { reads: false, destructive: true, idempotent: true },
  run: async (ctx, facts) => {
    const { id } = ctx.input;
    const input = await versionOf(ctx, facts, { path: '/invoice/{id}', kind: 'Invoice', id });
    const query = { ...VERSION, operation: 'void' };
    const binding = {
      ...WRITE,
      method: 'POST',
      path: '/invoice',
      query,
      result: 'Invoice',
    } as const;
    return sendHttp(facts, binding, { ...ctx, input });
  },
});

async function versionOf(
  ctx: ActionContext,
  facts: HttpFacts,
  { path, kind, id }: { path: string; kind: string; id: string },
): Promise<{ Id: string; SyncToken: string }> {
  const binding = { method: 'GET', path, query: VERSION, result: kind } as const;
  const found = await sendHttp(facts, binding, { ...ctx, input: { id } });
  return z.object({ Id: z.string(), SyncToken: z.string() }).parse(found);
}
