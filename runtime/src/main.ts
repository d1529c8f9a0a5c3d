import { createLog, readSettings, StartError } from '#lib';

import { startApi } from './api.ts';
import { buildStudio } from './build-studio.ts';
import { addExample } from './example.ts';
import { openHouse, type OpenHouse } from './house.ts';

/** `node start.ts [--api] [--worker] [--dev]`: one process is both by default; --dev leaves the studio to Vite. */
export async function main(args: string[]): Promise<void> {
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
  if (isApi) await house.db.alone(() => addExample(house.db, house.clock()));
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
