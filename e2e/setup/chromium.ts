import { aptInstall } from './apt.ts';
import { findExecutable, isExecutable } from './shell.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The path of a Chromium, installed first where it is missing. */
export async function ensureChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !isExecutable(given)) {
    throw new Error(`CHROMIUM_PATH names ${given}, which is not an executable file.`);
  }
  const found = given ?? findChromium();
  if (found) return found;
  await aptInstall('Chromium', ['chromium', 'fonts-liberation']);
  const installed = findChromium();
  if (!installed) throw new Error('Chromium was installed, but is nowhere to be found.');
  return installed;
}

function findChromium(): string | undefined {
  return NAMES.map((name) => findExecutable(name)).find((path) => path !== undefined);
}
