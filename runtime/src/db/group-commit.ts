/** Where many write at once, waiting this long lets more of them share a commit. */
const LINGER_MS = 2;

/**
 * Commits the work of many callers in one transaction. While one flush is on its way the next
 * items gather, so the group grows with the load and an idle system commits at once.
 * Each caller gets its own result; when the transaction fails, all of the group get the error.
 */
export class GroupCommit<T, R> {
  private readonly flush: (items: T[]) => Promise<R[]>;
  private waiting: { item: T; resolve: (result: R) => void; reject: (error: unknown) => void }[] =
    [];
  private busy = false;
  private lastGroup = 0;
  private readonly limit: number;

  /** `flush` gets up to `limit` items and gives one result for each, in order. */
  constructor(flush: (items: T[]) => Promise<R[]>, limit = 500) {
    this.flush = flush;
    this.limit = limit;
  }

  /** Resolves when the item's transaction is committed. */
  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.busy) return;
      this.busy = true;
      if (this.lastGroup > 1) setTimeout(() => void this.work(), LINGER_MS);
      else setImmediate(() => void this.work());
    });
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      const group = this.waiting.splice(0, this.limit);
      this.lastGroup = group.length;
      try {
        const results = await this.flush(group.map((g) => g.item));
        group.forEach((g, i) => g.resolve(results[i] as R));
      } catch (error) {
        for (const g of group) g.reject(error);
      }
    }
    this.busy = false;
  }
}
