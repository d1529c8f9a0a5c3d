import { passwordCommand } from '#access';
import { createLog, readSettings } from '#lib';
import { runTestsCommand } from '#testing';

import { openHouse } from './house.ts';

const COMMANDS = { test: runTestsCommand, 'password-link': passwordCommand };
export type Command = keyof typeof COMMANDS;

export function isCommand(name: string | undefined): name is Command {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** `node start.ts test …`: does one thing with the data of the settings and gives the exit code. */
export async function runCommand(command: Command, args: string[]): Promise<number> {
  const settings = readSettings();
  const house = await openHouse(settings, createLog(settings.logLevel), false);
  try {
    house.listensAt(`http://${settings.host}:${settings.port}`);
    return await COMMANDS[command](house, args);
  } finally {
    await house.close();
  }
}
