import { setTimeout as pause } from 'node:timers/promises';

const STEP_MS = 50;

/** Asks again and again until the answer is neither false nor absent; after `ms` it throws with `what`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  ms = 60_000,
): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: not within ${ms} ms`);
    await pause(STEP_MS);
  }
}
