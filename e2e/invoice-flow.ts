import type { Client } from './client.ts';
import { createDrawing, runByHand, untilEnded } from './flows.ts';

/** What a CRM sends when an order was placed. */
export const ORDER = {
  number: 'SO-1041',
  customer: { id: '5f0c1d2e-3b4a-4c6d-8e9f-0a1b2c3d4e5f', name: 'Harbour Cafe' },
  placedAt: '2026-03-02',
  dueDate: '2026-03-16',
  currency: 'NZD',
  lines: [
    { sku: 'BEAN-1', description: 'Espresso beans 1 kg', qty: 4, unitPrice: 32.5, account: '200' },
    { sku: 'CUP-8', description: 'Paper cups 8 oz', qty: 500, unitPrice: 0.11, account: '200' },
  ],
};

const at = (x: number) => ({ position: { x, y: 0 } });

/** An order of a CRM, and behind it Xero's invoice made by `input`; it ran once. */
export async function makeInvoiceFlow(client: Client, input = '{}'): Promise<string> {
  const start = { kind: 'manual', config: {}, title: 'Order placed', ...at(-320) } as const;
  const order = {
    kind: 'map',
    config: {},
    title: 'CRM order',
    input: 'trigger.order',
    ...at(0),
  } as const;
  const config = { connector: 'xero', version: '1.0.0', action: 'createInvoice' };
  const invoice = {
    kind: 'action',
    config,
    input,
    title: 'Create invoice',
    ...at(320),
  } as const;
  const nodes = { start, order, invoice };
  const { id } = await createDrawing(client, nodes, ['start>order', 'order>invoice']);
  await runWith(client, id, ORDER);
  return id;
}

/** Runs the draft on an order, to its end. */
export async function runWith(client: Client, flow: string, order: unknown): Promise<void> {
  const run = await runByHand(client, flow, { payload: { order }, draft: true });
  await untilEnded(client, run);
}
