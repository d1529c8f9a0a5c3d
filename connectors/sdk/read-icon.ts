import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The markup of `icon.svg` in a connector's folder, for its manifest. */
export function readIcon(folder: string): string {
  return readFileSync(join(folder, 'icon.svg'), 'utf8').trim();
}
