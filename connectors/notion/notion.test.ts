import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { notion } from './index.ts';
import { contract, DATABASE } from './notion.contract.ts';

const bench = describeVendor({
  connector: notion,
  connection: { scheme: 'token', config: {}, fields: { token: 'ntn_1' } },
  origins: ['https://api.notion.com'],
  contract,
});

describe('Notion', () => {
  it('says how to share a page that it cannot find', async () => {
    const failed = bench.call('updatePage', { page_id: 'hidden', in_trash: true });
    await expect(failed).rejects.toMatchObject({
      problem: { code: 'invalid_input', hint: expect.stringContaining('Connections') },
    });
  });

  it('lists on with the cursor in the body', async () => {
    expect(await bench.call('queryDatabase', DATABASE)).toHaveLength(2);
  });

  it.each([
    ['newPage', /^[\w-]{36}$/],
    ['editedPage', /^[\w-]{36} 2026-01-05T09:30:00.000Z$/],
  ])('looks for %s', async (trigger, key) => {
    expect((await bench.look(trigger, DATABASE)).items).toEqual([]);
    const look = await bench.look(trigger, DATABASE, '2026-01-05T08:00:30.000Z');
    expect(look.items).toHaveLength(2);
    expect(look.items[0]).toHaveProperty('changeKey', expect.stringMatching(key));
  });
});
