import { describe, expect, it } from 'vitest';

import { rejected } from './errors.ts';
import { withinStep } from './within-step.ts';

const never = (): Promise<never> => new Promise(() => undefined);
const ctx = { signal: new AbortController().signal };

describe('withinStep', () => {
  it('gives what the work gives', async () => {
    expect(await withinStep(ctx, { host: 'h:1' }, async () => 7)).toBe(7);
  });

  it('ends work that takes too long, and lets it be cleaned up', async () => {
    let abandoned = false;
    const limits = { host: 'h:1', timeoutMs: 5, abandon: () => (abandoned = true) };
    await expect(withinStep(ctx, limits, never)).rejects.toMatchObject({
      problem: { code: 'timed_out', message: expect.stringContaining('h:1') },
    });
    expect(abandoned).toBe(true);
  });

  it('ends with the step', async () => {
    const controller = new AbortController();
    const running = withinStep({ signal: controller.signal }, { host: 'h:1' }, never);
    controller.abort();
    await expect(running).rejects.toMatchObject({ problem: { code: 'cancelled' } });
    const late = withinStep({ signal: controller.signal }, { host: 'h:1' }, async () => 1);
    await expect(late).rejects.toMatchObject({ problem: { code: 'cancelled' } });
  });

  it.each([
    ['an error of the network', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'refused'],
    ['a broken rule', rejected('Not so.'), 'Not so.'],
    ['an error of the protocol', new Error('E42'), 'Forty-two'],
    ['anything else', new Error('secret text'), 'The connection to h:1 broke.'],
  ])('puts %s into words', async (_, error, words) => {
    const explain = (thrown: unknown): ReturnType<typeof rejected> | undefined =>
      thrown instanceof Error && thrown.message === 'E42' ? rejected('Forty-two') : undefined;
    const failure = withinStep(ctx, { host: 'h:1', explain }, () => Promise.reject(error));
    await expect(failure).rejects.toMatchObject({
      problem: { message: expect.stringContaining(words), hint: expect.stringMatching(/\w/) },
    });
  });
});
