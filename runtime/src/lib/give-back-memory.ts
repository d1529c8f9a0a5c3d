import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what only starting needed. Loading the house makes V8 grow its young generation to some
 * 90 MB, and it keeps those pages until a collection of this kind takes them. What runs need grows
 * again with them.
 */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as NodeJS.GCFunction;
  collect({ type: 'major', flavor: 'last-resort' });
}
