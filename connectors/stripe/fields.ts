import { z } from 'zod';

/** Whole numbers in the smallest unit: 1999 is 19.99 in euro. */
export const amount = z.number().int().min(0).meta({
  title: 'Amount',
  description: 'In the smallest unit of the currency: 1999 is 19.99 EUR, 500 is 500 JPY.',
});

export const currency = z
  .string()
  .regex(/^[a-z]{3}$/, 'is three small letters')
  .meta({ title: 'Currency', 'x-placeholder': 'eur' });

export const customer = z.string().min(1).meta({
  title: 'Customer',
  'x-options': 'customers',
  'x-placeholder': 'cus_…',
});

export const description = z.string().optional().meta({ title: 'Description', 'x-order': 20 });

export const metadata = z.record(z.string(), z.string()).optional().meta({
  title: 'Metadata',
  description: 'Your own names and values, such as an order number.',
  'x-order': 30,
});

/** When records were created, as Stripe filters it. */
export const created = z
  .strictObject({
    gte: z.number().int().optional().meta({ title: 'From (Unix time)' }),
    lt: z.number().int().optional().meta({ title: 'Before (Unix time)' }),
  })
  .optional()
  .meta({ title: 'Created', 'x-order': 10 });

/** Writes a filter as `created[gte]=…`. */
export const createdInQuery = { in: 'query', style: 'deepObject' } as const;

/** How every list goes on. */
export const pages = {
  by: 'cursor',
  items: 'data',
  next: 'id',
  last: true,
  more: 'has_more',
  param: 'starting_after',
  size: { param: 'limit', most: 100 },
} as const;

/** How every search goes on. */
export const searchPages = {
  by: 'cursor',
  items: 'data',
  next: 'next_page',
  more: 'has_more',
  param: 'page',
  size: { param: 'limit', most: 100 },
} as const;

/** What every write has in common. */
export const written = {
  method: 'POST',
  body: { type: 'form' },
  idempotencyHeader: 'Idempotency-Key',
} as const;
