import { ensureInstalled, type Installable } from './server-part.ts';
import { findExecutable, isExecutable } from './shell.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser of the tests; `CHROMIUM_PATH` may name one. */
export const chromium: Installable = {
  name: 'Chromium',
  packages: ['chromium', 'fonts-liberation'],
  find: () => {
    const given = process.env.CHROMIUM_PATH;
    if (given && !isExecutable(given)) {
      throw new Error(`CHROMIUM_PATH names ${given}, which is not an executable file.`);
    }
    return given ?? NAMES.map((name) => findExecutable(name)).find((path) => path !== undefined);
  },
};

/** Its path, installed first where it is missing. */
export const chromiumPath = (): Promise<string> => ensureInstalled(chromium);
