/** lib: settings, log and clock. Knows no room. */
export { readSettings, type Settings } from './settings.ts';
export { createLog, type Log } from './log.ts';
export { StartError } from './start-error.ts';
export { LruMap } from './lru-map.ts';
export { giveBackMemory } from './give-back-memory.ts';
