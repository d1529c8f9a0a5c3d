import { createHash } from 'node:crypto';

/** Providers keep keys of different lengths; what the shortest of them takes. */
const MOST = 36;
/** The id of the run, by which a person finds it from the provider's log. */
const KEPT = 26;

/** The key of a step as every provider takes it: the same for the same key, and short. */
export function stepKey(key: string): string {
  if (key.length <= MOST) return key;
  const rest = createHash('sha256').update(key).digest('base64url');
  return `${key.slice(0, KEPT)}.${rest}`.slice(0, MOST);
}
