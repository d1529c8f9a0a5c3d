import { fail } from '@patchbay/shared/base';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

const WINDOW_S = 15 * 60;

/** Counts failed sign-ins per account and per address; too many of either make everybody there wait. */
export class Attempts {
  private readonly account = new RateLimiterMemory({ points: 10, duration: WINDOW_S });
  private readonly address = new RateLimiterMemory({ points: 50, duration: WINDOW_S });

  /** Refuses when too many attempts failed lately. */
  async check(email: string, address: string): Promise<void> {
    const [a, b] = await Promise.all([
      this.account.get(email.toLowerCase()),
      this.address.get(address),
    ]);
    refuseWhenUsedUp(a, 10);
    refuseWhenUsedUp(b, 50);
  }

  async failed(email: string, address: string): Promise<void> {
    await Promise.allSettled([
      this.account.consume(email.toLowerCase()),
      this.address.consume(address),
    ]);
  }

  async succeeded(email: string): Promise<void> {
    await this.account.delete(email.toLowerCase());
  }
}

function refuseWhenUsedUp(state: RateLimiterRes | null, points: number): void {
  if (!state || state.consumedPoints < points) return;
  const minutes = Math.ceil(state.msBeforeNext / 60_000);
  fail(
    'too_many_requests',
    'There were too many failed attempts to sign in.',
    `Wait ${minutes} min and try again.`,
  );
}
