import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_MESSAGE } from './fields.ts';
import { slack } from './index.ts';
import { contract } from './slack.contract.ts';

const bench = describeVendor({
  connector: slack,
  connection: { scheme: 'bot', config: {}, fields: { token: 'xoxb-1' } },
  origins: ['https://slack.com', 'https://files.slack.com'],
  contract,
});

describe('Slack', () => {
  it.each([
    ['C0OTHER', { code: 'invalid_input', hint: expect.stringContaining('/invite') }],
    ['C0FULL', { code: 'rate_limited', retry: { after: 30_000 } }],
  ])('says what is wrong with %s', async (channel, problem) => {
    const failed = bench.call('postMessage', { channel, text: 'hello' });
    await expect(failed).rejects.toMatchObject({ problem });
  });

  it('reads a channel to its end by the cursor', async () => {
    expect(await bench.call('listMessages', { channel: 'C1' })).toHaveLength(4);
    expect(bench.seen().at(-1)).toContain('cursor=second');
  });

  it('sends a layout as JSON in the form', async () => {
    const blocks = [{ type: 'divider' }];
    await expect(
      bench.call('postMessage', { channel: 'C1', text: 'x', blocks }),
    ).resolves.toHaveProperty('ts');
  });

  it('looks for messages since the last one, but for its own', async () => {
    const first = await bench.look('newMessage', { channel: 'C1' });
    expect(first.items).toEqual([]);
    expect(Number(first.cursor)).toBeGreaterThan(Date.now() / 1000 - 60);
    const { items, cursor } = await bench.look('newMessage', { channel: 'C1' }, '1767500000.0');
    expect(items).toMatchObject([{ ts: SAMPLE_MESSAGE.ts }, { ts: SAMPLE_MESSAGE.ts }]);
    expect(cursor).toBe('1767600060.000100');
    expect(bench.seen()).toContainEqual(expect.stringContaining('oldest=1767500000.0'));
  });
});
