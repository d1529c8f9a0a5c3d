/** So many deaths without progress put a run under quarantine. */
export const STALLS_ALLOWED = 3;

/**
 * A worker that dies takes all its runs along, and only one of them may be to blame. So runs that
 * two workers died on are begun one at a time: the next death then points at the guilty one, and
 * those that merely stood beside it get done. One that has lived for `trialMs` is cleared.
 */
export class Trial {
  private readonly trialMs: number;
  private onTrial: { run: string; until: number } | undefined;

  constructor(trialMs: number) {
    this.trialMs = trialMs;
  }

  /** Whether another suspect has to wait for its turn. */
  isOn(now: number): boolean {
    return this.onTrial !== undefined && this.onTrial.until > now;
  }

  begin(run: string, now: number): void {
    this.onTrial = { run, until: now + this.trialMs };
  }

  /** The run is no longer in this worker's hands, and the worker is alive; true if it was on trial. */
  end(run: string): boolean {
    if (this.onTrial?.run !== run) return false;
    this.onTrial = undefined;
    return true;
  }
}
