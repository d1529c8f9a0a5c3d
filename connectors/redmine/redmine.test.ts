import type { JsonObject } from '@patchbay/shared/base';
import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { redmine } from './index.ts';
import { contract } from './redmine.contract.ts';

const bench = describeVendor({
  connector: redmine,
  connection: {
    scheme: 'key',
    config: { baseUrl: 'https://redmine.example.com' },
    fields: { key: 'key' },
  },
  origins: ['https://redmine.example.com'],
  contract,
});

describe('Redmine', () => {
  it('gives as many issues as are wanted, a hundred at a time', async () => {
    bench.seen();
    expect(await bench.call('listIssues', { maxItems: 230 })).toHaveLength(230);
    expect(bench.seen()).toHaveLength(3);
  });

  it.each<[string, JsonObject, string, RegExp]>([
    ['createIssue', { project_id: 1, subject: ' ' }, 'invalid_input', /Subject cannot be blank/],
    ['getIssue', { id: 7 }, 'rejected', /404/],
  ])('says why %s with %j failed', async (action, input, code, words) => {
    await expect(bench.call(action, input)).rejects.toMatchObject({
      problem: { code, message: expect.stringMatching(words), hint: expect.stringMatching(/\w/) },
    });
  });

  it('looks for issues that changed since, from the newest on', async () => {
    const first = await bench.look('updatedIssue', {});
    expect(first).toMatchObject({ items: [{ id: 250 }], cursor: '2026-11-24T14:09:00Z' });
    const later = await bench.look('updatedIssue', {}, '2026-11-24T14:07:00Z');
    expect(later.items).toMatchObject([
      { id: 248, changeKey: '248 2026-11-24T14:07:00Z' },
      { id: 249 },
      { id: 250 },
    ]);
    expect(later.cursor).toBe(first.cursor);
  });
});
