import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

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

  it('looks for messages since the last one', async () => {
    expect((await bench.look('newMessage', { channel: 'C1' })).items).toHaveLength(2);
  });
});
