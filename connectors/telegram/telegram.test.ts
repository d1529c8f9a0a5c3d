import { describe, expect, it } from 'vitest';

import { describeVendor } from '#sdk/testing';

import { telegram } from './index.ts';
import { contract } from './telegram.contract.ts';

const bench = describeVendor({
  connector: telegram,
  connection: { scheme: 'bot', config: {}, fields: { token: '123456:ABC-DEF' } },
  origins: ['https://api.telegram.org'],
  contract,
});

describe('Telegram', () => {
  it('says who can be written to, and keeps the token out of its words', async () => {
    const failed = bench.call('sendMessage', { chat_id: '@nobody', text: 'hello' });
    await expect(failed).rejects.toMatchObject({
      problem: {
        code: 'invalid_input',
        message: 'api.telegram.org answered 400: Bad Request: chat not found',
        hint: expect.stringContaining('started it'),
      },
    });
    const words = JSON.stringify(await failed.catch((error: unknown) => error));
    expect(words).not.toContain('ABC-DEF');
  });

  it('sends the bytes of a file, or an address that Telegram fetches', async () => {
    const document = { name: 'a.txt', type: 'text/plain', base64: 'YQ==' };
    await bench.call('sendDocument', { chat_id: 1, document });
    await bench.call('sendDocument', { chat_id: 1, document: 'https://shop.example/a.txt' });
    expect(bench.seen().slice(-2)).toEqual(
      Array.from({ length: 2 }, () => 'POST /bot123456:ABC-DEF/sendDocument'),
    );
  });

  it('looks for updates', async () => {
    expect((await bench.look('newUpdate', {})).items).toMatchObject([{ update_id: 900_001 }]);
  });
});
