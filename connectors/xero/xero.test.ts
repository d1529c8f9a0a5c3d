import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { xero } from './index.ts';
import { SAMPLE_INVOICE, SAMPLES } from './records.ts';
import { contract } from './xero.contract.ts';

const bench = describeVendor({
  connector: xero,
  connection: {
    scheme: 'oauth2',
    config: { tenant: 'tenant-1' },
    fields: { accessToken: 'token' },
  },
  origins: ['https://api.xero.com'],
  contract,
});

describe('Xero', () => {
  it('says which record it does not accept, and why', async () => {
    const sample = xero.manifest.actions.createInvoice?.sample as object;
    const twice = bench.call('createInvoice', { ...sample, Reference: 'twice' });
    await expect(twice).rejects.toMatchObject({
      problem: {
        code: 'invalid_input',
        message: 'api.xero.com answered 400: Invoice # must be unique.',
        hint: expect.stringContaining('due date'),
      },
    });
  });

  it('lists page by page, to the end or to what is wanted', async () => {
    expect(await bench.call('listInvoices', {})).toHaveLength(100);
    bench.seen();
    expect(await bench.call('listInvoices', { maxItems: 500 })).toHaveLength(200);
    expect(bench.seen().map((line) => /[?&]page=(\d)/.exec(line)?.[1])).toEqual(['1', '2', '3']);
  });

  it('begins to look now, and then gives what changed, once for each change', async () => {
    const first = await bench.look('contacts', {});
    expect(first.items).toEqual([]);
    expect(Date.parse(first.cursor ?? '')).toBeGreaterThan(Date.now() - 60_000);
    expect(await bench.look('contacts', {}, '2025-12-31T10:00:00.000Z')).toMatchObject({
      items: [
        {
          ContactID: SAMPLES.contactId,
          changeKey: `${SAMPLES.contactId} 2026-01-01T00:00:00.000Z`,
        },
      ],
      cursor: '2026-01-01T00:00:00.000Z',
    });
  });

  it.each(['invoices', 'payments'])('looks for %s from where it ended', async (trigger) => {
    const look = await bench.look(trigger, {}, '2025-12-31T10:00:00.000Z');
    expect(look.items.length).toBeGreaterThan(0);
    expect(bench.seen().at(-1)).toContain('order=UpdatedDateUTC+ASC');
  });

  it('looks for one kind of invoice', async () => {
    await bench.look('invoices', { Type: 'ACCPAY' }, '2025-12-31T10:00:00.000Z');
    expect(bench.seen().at(-1)).toContain('where=Type+%3D%3D+%22ACCPAY%22');
  });

  it('keeps the lines of an invoice as they are when none are given', async () => {
    const { InvoiceID } = SAMPLE_INVOICE;
    await expect(
      bench.call('updateInvoice', { InvoiceID, Status: 'VOIDED' }),
    ).resolves.toBeTruthy();
  });
});
