import { createLog, readSettings } from '#lib';
import { runTestsCommand } from '#testing';

import { openHouse } from './house.ts';

/** `node start.ts test …`: does one thing with the data of the settings and gives the exit code. */
export async function runCommand(args: string[]): Promise<number> {
  const settings = readSettings();
  const house = await openHouse(settings, createLog(settings.logLevel), false);
  try {
    return await runTestsCommand(house, args);
  } finally {
    await house.close();
  }
}
