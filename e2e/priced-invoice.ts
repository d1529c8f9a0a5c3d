/** A contact that the accounting peer knows. */
export const CONTACT = 'a1b2c3d4-0000-4000-8000-000000000001';

/** Wires of `invoiceNodes`. */
export const PRICE_WIRES = ['start>price', 'price>make'];

const inputWith = (price: string): string =>
  `{ "ContactID": "${CONTACT}", "LineItems": [{ "Description": trigger.item, "UnitAmount": ${price} }] }`;

/** A flow that makes an invoice at Xero; its price is an expression. */
export function invoiceNodes(connection: string, price: string) {
  const config = { connector: 'xero', version: '1.0.0', action: 'createInvoice', connection };
  return {
    start: { kind: 'manual', title: 'Start', position: { x: 0, y: 0 } },
    price: { kind: 'map', title: 'Price it', input: 'trigger', position: { x: 320, y: 0 } },
    make: {
      kind: 'action',
      title: 'Create Invoice',
      config,
      input: inputWith(price),
      position: { x: 640, y: 0 },
    },
  } as const;
}
