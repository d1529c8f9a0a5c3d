import { describe, expect, it } from 'vitest';

import { rejected } from './errors.ts';
import { type ClientUse, useClient } from './use-client.ts';

const never = (): Promise<never> => new Promise(() => undefined);

function use(change: Partial<ClientUse> = {}): ClientUse & { ended: number } {
  const { signal } = new AbortController();
  const made = {
    signal,
    host: 'h:1',
    explain: () => undefined,
    ended: 0,
    end: () => made.ended++,
    ...change,
  };
  return made;
}

describe('useClient', () => {
  it('gives what the work gives, and ends the client', async () => {
    const client = use();
    expect(await useClient(client, async () => 7)).toBe(7);
    expect(client.ended).toBe(1);
  });

  it('ends work that takes too long', async () => {
    const client = use({ timeoutMs: 5 });
    await expect(useClient(client, never)).rejects.toMatchObject({
      problem: { code: 'timed_out', message: expect.stringContaining('h:1') },
    });
    expect(client.ended).toBe(1);
  });

  it('ends with the step', async () => {
    const controller = new AbortController();
    const client = use({ signal: controller.signal });
    const running = useClient(client, never);
    controller.abort();
    await expect(running).rejects.toMatchObject({ problem: { code: 'cancelled' } });
    await expect(useClient(client, async () => 1)).rejects.toMatchObject({
      problem: { code: 'cancelled' },
    });
  });

  it.each([
    ['an error of the network', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'refused'],
    ['a broken rule', rejected('Not so.'), 'Not so.'],
    ['an error of the protocol', new Error('E42'), 'Forty-two'],
    ['anything else', new Error('secret text'), 'The connection to h:1 broke.'],
  ])('puts %s into words', async (_, error, words) => {
    const explain: ClientUse['explain'] = (thrown) =>
      thrown instanceof Error && thrown.message === 'E42' ? rejected('Forty-two') : undefined;
    const failure = useClient(use({ explain }), () => Promise.reject(error));
    await expect(failure).rejects.toMatchObject({
      problem: { message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });
});
