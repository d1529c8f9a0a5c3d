import { createLog, readSettings, StartError } from '#lib';

import { startApi } from './api.ts';
import { buildStudio } from './build-studio.ts';
import { addExample } from './example.ts';
import { openHouse, type OpenHouse } from './house.ts';

const NODE_MAJOR = 24;

/** `node start.ts [--api] [--worker] [--dev]`: one process is both by default; --dev leaves the studio to Vite. */
async function start(args: string[]): Promise<void> {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < NODE_MAJOR)
    throw new StartError(
      `Patchbay needs Node ${NODE_MAJOR}; this is ${process.version}. Run "npm install", then "npm start".`,
    );
  const isApi = args.includes('--api') || !args.includes('--worker');
  const isWorker = args.includes('--worker') || !args.includes('--api');
  const settings = readSettings();
  if (!settings.redisUrl && isApi !== isWorker)
    throw new StartError(
      'An api and workers apart need REDIS_URL and DATABASE_URL. Without them, run "npm start" alone.',
    );
  if (isApi && !args.includes('--dev')) buildStudio((line) => console.log(line));
  const house = await openHouse(settings, createLog(settings.logLevel), isWorker);
  const api = isApi ? await startApi(house) : undefined;
  if (isApi) await addExample(house.db, house.clock());
  if (isWorker) house.startWork();
  console.log(
    api ? `Patchbay is ready at ${settings.publicUrl ?? api.url}` : 'Patchbay worker is ready',
  );
  endOnSignal(house, api);
}

function endOnSignal(house: OpenHouse, api: { close(): Promise<void> } | undefined): void {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await Promise.allSettled([api?.close()]);
    await house.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
}

start(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
});
