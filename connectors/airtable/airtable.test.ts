import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { contract } from './airtable.contract.ts';
import { SAMPLE_RECORD, SAMPLE_TABLE } from './fields.ts';
import { airtable } from './index.ts';

const SINCE = '2026-01-05T08:00:00.000Z';
const bench = describeVendor({
  connector: airtable,
  connection: { scheme: 'token', config: {}, fields: { token: 'pat1' } },
  origins: ['https://api.airtable.com'],
  contract,
  triggers: { told: SAMPLE_TABLE },
  options: { tables: { baseId: SAMPLE_TABLE.baseId }, fields: SAMPLE_TABLE },
});

describe('Airtable', () => {
  it('says which field a table does not have', async () => {
    const failed = bench.call('createRecord', { ...SAMPLE_TABLE, fields: { Colour: 'red' } });
    await expect(failed).rejects.toMatchObject({
      problem: {
        code: 'invalid_input',
        message: 'api.airtable.com answered 422: Unknown field name: "Colour"',
        hint: expect.stringContaining('capitals'),
      },
    });
  });

  it('lists on from the mark, and takes a table by its name', async () => {
    const input = { ...SAMPLE_TABLE, tableId: 'Orders / new' };
    expect(await bench.call('listRecords', input)).toHaveLength(2);
    expect(bench.seen().at(-1)).toMatch(/Orders%20%2F%20new\?.*offset=itr%2Frec/);
  });

  it('looks for new records by the time they were created', async () => {
    expect((await bench.look('newRecord', SAMPLE_TABLE)).items).toEqual([]);
    const look = await bench.look('newRecord', SAMPLE_TABLE, SINCE);
    expect(look).toMatchObject({
      items: [{ id: SAMPLE_RECORD.id }, {}],
      cursor: SAMPLE_RECORD.createdTime,
    });
  });

  it('looks for changes by the field that tells them', async () => {
    const input = { ...SAMPLE_TABLE, modifiedField: 'Changed' };
    expect((await bench.look('changedRecord', input)).items).toEqual([]);
    expect(await bench.look('changedRecord', input, SINCE)).toMatchObject({
      items: [{ changeKey: `${SAMPLE_RECORD.id} 2026-01-05T09:30:00.000Z` }, {}],
      cursor: '2026-01-05T09:30:00.000Z',
    });
  });
});
