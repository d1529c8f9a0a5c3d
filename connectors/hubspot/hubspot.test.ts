import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { contract } from './hubspot.contract.ts';
import { hubspot } from './index.ts';

const bench = describeVendor({
  connector: hubspot,
  connection: { scheme: 'token', config: {}, fields: { token: 'pat-1' } },
  origins: ['https://api.hubapi.com'],
  contract,
  options: { dealStages: { pipeline: 'default' }, ticketStages: { hs_pipeline: '0' } },
});

describe('HubSpot', () => {
  it('says what to do about a contact that exists', async () => {
    await expect(bench.call('createContact', { email: 'twice@example.com' })).rejects.toMatchObject(
      {
        problem: { code: 'rejected', hint: expect.stringContaining('Create or update') },
      },
    );
  });

  it('sends no properties for a contact of which only the mail address is known', async () => {
    await expect(bench.call('upsertContact', { email: 'ada@example.com' })).resolves.toBeTruthy();
  });

  it('writes every property as text', async () => {
    const properties = { count: 5, interests: ['tea', 'books'], phone: null };
    const made = bench.call('createContact', { email: 'ada@example.com', properties });
    await expect(made).resolves.toMatchObject({
      properties: { count: '5', interests: 'tea;books', phone: '', email: 'ada@example.com' },
    });
  });

  it('searches on after the last page', async () => {
    expect(await bench.call('searchRecords', { objectType: 'deals', query: 'x' })).toHaveLength(2);
  });

  it.each([
    ['newRecord', '512'],
    ['changedRecord', '512 2026-01-05T09:30:00.000Z'],
  ])('looks for %s', async (trigger, changeKey) => {
    expect((await bench.look(trigger, { objectType: 'contacts' })).items).toEqual([]);
    const look = await bench.look(trigger, { objectType: 'contacts' }, '2026-01-05T08:00:00.000Z');
    expect(look.items).toHaveLength(2);
    expect(look.items[0]).toMatchObject({ changeKey });
  });
});
