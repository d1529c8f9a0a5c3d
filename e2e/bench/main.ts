import { benchEngine } from './engine.ts';

/** `npm run bench [-- W1 W4 …]`: the engine's figures, as ratios to a bare echo in the same run. */
await benchEngine(process.argv.slice(2));
