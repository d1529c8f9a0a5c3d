import type { Settings } from '#lib';

import { LocalQueue } from './local-queue.ts';

/** A hint that a run has new facts, up to `seq`. Within one process the facts come along. */
export interface News {
  run: string;
  seq: number;
  /** The facts themselves, when they need not travel. */
  events?: readonly unknown[];
}

export interface Queue {
  /** Asks some worker to look at a run. */
  wake(run: string): void;
  /** Becomes a worker: `handle` is called for each wake-up; the result stops it. */
  work(handle: (run: string) => Promise<void>): () => Promise<void>;
  publish(news: News): void;
  /** Follows one run's news; the result ends it. */
  follow(run: string, hear: (news: News) => void): () => void;
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** Redis with BullMQ when there is one, else within this process. */
export async function openQueue(settings: Settings): Promise<Queue> {
  if (!settings.redisUrl) return new LocalQueue();
  const { RedisQueue } = await import('./redis-queue.ts');
  return RedisQueue.open(settings.redisUrl, settings.runConcurrency);
}
