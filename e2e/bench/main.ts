import { benchEngine } from './engine.ts';
import { benchLists } from './lists.ts';
import { benchOpenApi } from './openapi.ts';
import { benchStudio } from './studio.ts';

/**
 * `npm run bench [-- studio | lists | openapi FOLDER | W1 W4 …]`: figures of the engine as ratios to a bare
 * echo taken in the same run.
 */
const wanted = process.argv.slice(2);
if (wanted[0] === 'openapi') await benchOpenApi(wanted[1]);
else {
  const engine = wanted.filter((name) => name !== 'studio' && name !== 'lists');
  if (wanted.length === 0 || engine.length > 0) await benchEngine(engine);
  if (wanted.length === 0 || wanted.includes('lists')) await benchLists();
  if (wanted.length === 0 || wanted.includes('studio')) await benchStudio();
}
