import { createHash } from 'node:crypto';

/** Providers keep keys of different lengths; what the shortest of them takes. */
const MOST = 36;

/** The key of a step as every provider takes it: the same for the same key, and short. */
export function stepKey(key: string): string {
  return key.length <= MOST ? key : createHash('sha256').update(key).digest('hex').slice(0, MOST);
}
