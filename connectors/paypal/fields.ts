import { z } from 'zod';

export const DOCS = 'https://developer.paypal.com/docs/api';
/** Without it PayPal answers with the id alone. */
export const WHOLE = { Prefer: 'return=representation' };
export const KEY = 'PayPal-Request-Id';

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'is three capital letters')
  .meta({ title: 'Currency', 'x-placeholder': 'EUR' });
export const amount = z
  .string()
  .regex(/^\d+(\.\d{1,3})?$/, 'is a number such as 12.50')
  .meta({ title: 'Amount', 'x-placeholder': '12.50' });

export const orderId = z.string().min(1).meta({ title: 'Order', 'x-order': 1 });

const link = z.looseObject({ href: z.string(), rel: z.string() });

export const order = z.looseObject({
  id: z.string(),
  status: z.string(),
  links: z.array(link).optional(),
});
export const SAMPLE_ORDER = {
  id: '5O190127TN364715T',
  status: 'CREATED',
  links: [
    {
      href: 'https://www.paypal.com/checkoutnow?token=5O190127TN364715T',
      rel: 'approve',
      method: 'GET',
    },
  ],
};
export const payment = z.looseObject({
  id: z.string(),
  status: z.string(),
  amount: z.looseObject({ currency_code: z.string(), value: z.string() }).optional(),
});
export const SAMPLE_CAPTURE = {
  id: '2GG279541U471931P',
  status: 'COMPLETED',
  amount: { currency_code: 'EUR', value: '12.50' },
};
