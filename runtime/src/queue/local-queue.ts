import { Followers } from './followers.ts';
import type { News, Queue } from './queue.ts';

/** Wake-ups and news within one process. */
export class LocalQueue implements Queue {
  private readonly followers = new Followers();
  private handle: ((run: string) => Promise<void>) | undefined;

  wake(run: string): void {
    const { handle } = this;
    // A wake-up that fails is a lost one: the sweep finds the run.
    if (handle) setImmediate(() => void handle(run).catch(() => {}));
  }

  work(handle: (run: string) => Promise<void>): () => Promise<void> {
    this.handle = handle;
    return async () => {
      this.handle = undefined;
    };
  }

  publish(news: News): void {
    this.followers.tell(news);
  }

  follow(run: string, hear: (news: News) => void): () => void {
    return this.followers.add(run, hear);
  }

  async ready(): Promise<boolean> {
    return true;
  }

  async close(): Promise<void> {}
}
