import { once } from 'node:events';

import { describe, expect, it } from 'vitest';

import { LocalQueue } from './local-queue.ts';

describe('wake-ups within one process', () => {
  it('do not end the process when the one who is woken fails', async () => {
    const queue = new LocalQueue();
    const strays: unknown[] = [];
    const note = (error: unknown): void => void strays.push(error);
    process.on('unhandledRejection', note);
    const woken = new Promise<string>((resolve) => {
      queue.work(async (run) => {
        resolve(run);
        throw new Error('the database is away');
      });
    });
    queue.wake('a');
    expect(await woken).toBe('a');
    const { port1, port2 } = new MessageChannel();
    port2.postMessage('a turn of the loop later');
    await once(port1, 'message');
    port1.close();
    process.off('unhandledRejection', note);
    expect(strays).toEqual([]);
  });

  it('reach nobody when nobody works', async () => {
    const queue = new LocalQueue();
    const stop = queue.work(() => Promise.reject(new Error('called after the stop')));
    await stop();
    expect(() => queue.wake('a')).not.toThrow();
  });
});
