import type { RunRow } from './run-rows.ts';

/** So many deaths without progress make a suspect; one more and the run is put under quarantine. */
export const STALLS_ALLOWED = 3;
const SUSPECT_AT = STALLS_ALLOWED - 1;

/**
 * A worker that dies takes all its runs along, and only one of them may be to blame. So runs that
 * two workers died on are begun one at a time: the next death then points at the guilty one, and
 * those that merely stood beside it get done. One that has lived for `trialMs` is cleared.
 */
export class Suspects {
  private readonly trialMs: number;
  private onTrial: { run: string; until: number } | undefined;

  constructor(trialMs: number) {
    this.trialMs = trialMs;
  }

  /** False for a suspect that has to wait for its turn. */
  admit({ id, stalls }: Pick<RunRow, 'id' | 'stalls'>, now: number): boolean {
    if (stalls < SUSPECT_AT || stalls >= STALLS_ALLOWED) return true;
    if (this.onTrial && this.onTrial.until > now) return false;
    this.onTrial = { run: id, until: now + this.trialMs };
    return true;
  }

  /** The run is no longer in this worker's hands, and the worker is alive. */
  clear(run: string): void {
    if (this.onTrial?.run === run) this.onTrial = undefined;
  }
}
