import type { News } from './queue.ts';

/** Who follows which run. */
export class Followers {
  private readonly byRun = new Map<string, Set<(news: News) => void>>();

  add(run: string, hear: (news: News) => void): () => void {
    const set = this.byRun.get(run) ?? new Set();
    set.add(hear);
    this.byRun.set(run, set);
    return () => {
      set.delete(hear);
      if (set.size === 0) this.byRun.delete(run);
    };
  }

  tell(news: News): void {
    for (const hear of this.byRun.get(news.run) ?? []) hear(news);
  }
}
