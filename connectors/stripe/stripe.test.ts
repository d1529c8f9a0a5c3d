import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { stripe } from './index.ts';
import { contract } from './stripe.contract.ts';

const bench = describeVendor({
  connector: stripe,
  connection: { scheme: 'key', config: {}, fields: { token: 'sk_test_1' } },
  origins: ['https://api.stripe.com'],
  contract,
  triggers: { event: { type: 'invoice.paid' } },
});

describe('Stripe', () => {
  it('takes a declined card for an answer, not for something to try again', async () => {
    const pay = { amount: 1999, currency: 'eur', payment_method: 'pm_declined', confirm: true };
    await expect(bench.call('createPaymentIntent', pay)).rejects.toMatchObject({
      problem: {
        code: 'rejected',
        retry: 'never',
        message: 'api.stripe.com answered 402: Your card was declined.',
        hint: expect.stringContaining('another way to pay'),
      },
    });
  });

  it('lists on from the last record', async () => {
    expect(await bench.call('listCharges', {})).toHaveLength(3);
    expect(bench.seen().at(-1)).toContain('starting_after=ch_2');
  });

  it.each([19.99, -1])('refuses the amount %d before it is sent', async (amount) => {
    const failed = bench.call('createPaymentIntent', { amount, currency: 'eur' });
    await expect(failed).rejects.toMatchObject({ problem: { at: { field: 'amount' } } });
  });

  it('looks for events of one type', async () => {
    expect((await bench.look('newEvent', { type: 'invoice.paid' })).items).toHaveLength(1);
    expect(bench.seen().at(-1)).toContain('type=invoice.paid');
  });
});
