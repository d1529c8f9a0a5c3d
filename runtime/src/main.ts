import { createLog, giveBackMemory, readSettings, StartError } from '#lib';

import { startApi, startProbes, type Front } from './api.ts';
import { buildStudio } from './build-studio.ts';
import { isCommand, runCommand } from './command.ts';
import { connectorCommand } from './connector.ts';
import { addExample } from './example.ts';
import { openHouse, type OpenHouse } from './house.ts';

/** `node start.ts test FLOW`, `password-link E-MAIL` or `connector …`, or `[--api] [--worker] [--dev]`: one process is both by default; --dev leaves the studio to Vite. */
export async function main(args: string[]): Promise<void> {
  const [command, ...rest] = args;
  if (isCommand(command)) {
    process.exitCode = await runCommand(command, rest);
    return;
  }
  if (command === 'connector') {
    process.exitCode = await connectorCommand(rest);
    return;
  }
  const isApi = args.includes('--api') || !args.includes('--worker');
  const isWorker = args.includes('--worker') || !args.includes('--api');
  const settings = readSettings();
  const isApart = isApi !== isWorker;
  if (isApart && !(settings.redisUrl && settings.databaseUrl))
    throw new StartError(
      'An api and workers apart need REDIS_URL and DATABASE_URL. Without them, run "npm start" alone.',
    );
  if (isApi && !args.includes('--dev')) buildStudio((line) => console.log(line));
  const house = await openHouse(settings, createLog(settings.logLevel), isWorker);
  const front = await (isApi ? startApi(house) : startProbes(house));
  if (isApi) await house.db.alone(() => addExample(house.db, house.clock()));
  if (isWorker) house.startWork();
  giveBackMemory();
  const who = isApi ? 'Patchbay' : 'Patchbay worker';
  console.log(`${who} is ready at ${isApi ? house.baseUrl() : front.url}`);
  endOnSignal(house, front);
}

function endOnSignal(house: OpenHouse, front: Front): void {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await Promise.allSettled([front.close()]);
    await house.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
}
