import { benchEngine } from './engine.ts';
import { benchStudio } from './studio.ts';

/** `npm run bench [-- studio | W1 W4 …]`: figures as ratios to a bare echo taken in the same run. */
const wanted = process.argv.slice(2);
const engine = wanted.filter((name) => name !== 'studio');
if (wanted.length === 0 || engine.length > 0) await benchEngine(engine);
if (wanted.length === 0 || wanted.includes('studio')) await benchStudio();
