import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { contract } from './discord.contract.ts';
import { SAMPLE_CHANNEL, SAMPLE_GUILD, SAMPLE_MESSAGE } from './fields.ts';
import { discord } from './index.ts';

const CHANNEL = { channel: SAMPLE_CHANNEL.id };
const bench = describeVendor({
  connector: discord,
  connection: { scheme: 'bot', config: {}, fields: { key: 'token' } },
  origins: ['https://discord.com'],
  contract,
  options: { channels: { guild: SAMPLE_GUILD }, roles: { guild: SAMPLE_GUILD } },
});

describe('Discord', () => {
  it.each([
    [
      CHANNEL.channel,
      { content: '' },
      { code: 'invalid_input', hint: expect.stringContaining('empty') },
    ],
    ['290926798999357299', { content: 'x' }, { code: 'rate_limited', retry: { after: 65_000 } }],
  ])('says what is wrong in %s with %o', async (channel, input, problem) => {
    const failed = bench.call('createMessage', { channel, ...input });
    await expect(failed).rejects.toMatchObject({ problem });
  });

  it('lists on before the oldest message', async () => {
    expect(await bench.call('listMessages', CHANNEL)).toHaveLength(2);
    expect(bench.seen().at(-1)).toContain('before=334385199974967001');
  });

  it('looks for messages, without the server they were chosen by', async () => {
    const input = { ...CHANNEL, guild: SAMPLE_GUILD };
    expect(await bench.look('newMessage', input)).toEqual({ items: [], cursor: SAMPLE_MESSAGE.id });
    // One of the two is the bot's own.
    expect(await bench.look('newMessage', input, '0')).toEqual({
      items: [SAMPLE_MESSAGE],
      cursor: SAMPLE_MESSAGE.id,
    });
  });
});
