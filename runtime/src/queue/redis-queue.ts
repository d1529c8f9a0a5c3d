import { Queue as BullQueue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

import { StartError } from '#lib';

import { Followers } from './followers.ts';
import type { News, Queue } from './queue.ts';

const NAME = 'patchbay-runs';
const CHANNEL = 'patchbay-news';
const CONNECT_MS = 5000;

/**
 * Wake-ups by BullMQ, news by publish/subscribe. Jobs hold a run id and nothing else, and are
 * thrown away when done: the lease in the database decides who works, the sweeper who was forgotten.
 */
export class RedisQueue implements Queue {
  private readonly followers = new Followers();
  private readonly jobs: BullQueue;
  private readonly sender: Redis;
  private readonly listener: Redis;
  private readonly concurrency: number;
  private readonly url: string;

  private constructor(url: string, concurrency: number) {
    this.url = url;
    this.concurrency = concurrency;
    this.sender = connection(url);
    this.listener = connection(url);
    this.jobs = new BullQueue(NAME, { connection: connection(url) });
    this.jobs.on('error', () => {});
    this.listener.on('message', (_channel, text) => this.followers.tell(JSON.parse(text) as News));
  }

  /** Connects; says in a sentence when Redis is not there. Later losses heal by themselves. */
  static async open(url: string, concurrency: number): Promise<RedisQueue> {
    await probe(url);
    const queue = new RedisQueue(url, concurrency);
    await queue.listener.subscribe(CHANNEL);
    return queue;
  }

  wake(run: string): void {
    const deduplication = { id: run, keepLastIfActive: true };
    const options = { deduplication, removeOnComplete: true, removeOnFail: true };
    this.jobs.add('wake', { run }, options).catch(() => {});
  }

  work(handle: (run: string) => Promise<void>): () => Promise<void> {
    const worker = new Worker(NAME, (job) => handle((job.data as { run: string }).run), {
      connection: connection(this.url),
      concurrency: this.concurrency,
      maxStalledCount: 1000,
    });
    worker.on('error', () => {});
    return () => worker.close();
  }

  publish({ run, seq }: News): void {
    this.sender.publish(CHANNEL, JSON.stringify({ run, seq })).catch(() => {});
  }

  follow(run: string, hear: (news: News) => void): () => void {
    return this.followers.add(run, hear);
  }

  async ready(): Promise<boolean> {
    return this.sender.status === 'ready';
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.jobs.close()]);
    this.sender.disconnect();
    this.listener.disconnect();
  }
}

function connection(url: string): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 200, 2000),
  });
  redis.on('error', () => {});
  return redis;
}

/** One plain attempt, so that a wrong address is a sentence and not an endless retry. */
async function probe(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: CONNECT_MS,
  });
  redis.on('error', () => {});
  try {
    await redis.connect();
    const policy = await redis.config('GET', 'maxmemory-policy').catch(() => []);
    const value = (policy as string[])[1];
    if (value !== undefined && value !== 'noeviction') {
      throw new StartError(
        `Redis may throw wake-ups away (maxmemory-policy ${value}). Set it to noeviction.`,
      );
    }
  } catch (cause) {
    if (cause instanceof StartError) throw cause;
    throw new StartError(
      `Redis at ${new URL(url).host} does not answer. Start it, or take REDIS_URL away to run without.`,
      { cause },
    );
  } finally {
    redis.disconnect();
  }
}
