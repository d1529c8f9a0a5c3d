import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import {
  checkConnector,
  checkRelease,
  lastRelease,
  manifestsAt,
  scaffoldConnector,
} from '@patchbay/connectors/sdk/authoring';
import { isObject, toProblem, type JsonObject } from '@patchbay/shared/base';

import { createLog, readSettings, StartError } from '#lib';

const FOLDER = dirname(fileURLToPath(import.meta.resolve('@patchbay/connectors/registry')));
const USAGE = `Usage: npm run connector -- new NAME
       npm run connector -- check [NAME] [--since COMMIT]
       npm run connector -- import FILE-or-FOLDER [--id ID] [--overlay FILE]`;

const OPTIONS = {
  since: { type: 'string' },
  id: { type: 'string' },
  overlay: { type: 'string' },
} as const;

/**
 * `npm run connector`: makes a connector, checks those there are, or installs OpenAPI documents
 * into the data of the settings. Exit codes: 0 all well, 1 something is wrong, and it is printed.
 */
export async function connectorCommand(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args);
  const [command, what, ...more] = positionals;
  if (more.length > 0) throw new StartError(USAGE);
  try {
    if (command === 'new' && what) return await makeNew(what);
    if (command === 'check') return await check(what, values.since);
    if (command === 'import' && what) return await importAll(what, values);
  } catch (error) {
    const { code, message, hint } = toProblem(error);
    if (code === 'internal') throw error;
    throw new StartError(`${message} ${hint}`, { cause: error });
  }
  throw new StartError(USAGE);
}

function readArgs(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new StartError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}

async function makeNew(id: string): Promise<number> {
  const today = new Date().toISOString().slice(0, 10);
  for (const file of await scaffoldConnector(FOLDER, id, today)) console.log(file);
  console.log(`Write what it does, then: npm run connector -- check ${id}`);
  return 0;
}

/** What is wrong with each connector, and with its version when something was released before. */
async function check(id: string | undefined, since: string | undefined): Promise<number> {
  const { connectors } = await import('@patchbay/connectors/registry');
  const chosen = connectors.filter(({ manifest }) => id === undefined || manifest.id === id);
  if (chosen.length === 0)
    throw new StartError(`There is no connector "${id}" in connectors/registry.ts.`);
  const root = dirname(FOLDER);
  const ref = since ?? (await lastRelease(root));
  const released = ref === undefined ? new Map<string, never>() : await manifestsAt(root, ref);
  let wrong = 0;
  for (const connector of chosen) {
    const { manifest } = connector;
    const before = released.get(manifest.id);
    const found = checkConnector(connector, join(FOLDER, manifest.id));
    if (before) found.push(...checkRelease(before, manifest));
    if (found.length > 0) wrong++;
    for (const words of found) console.log(`✗ ${manifest.id}: ${words}`);
  }
  const compared = ref
    ? `Versions were compared with ${ref}.`
    : 'Nothing is released yet (there is no tag such as v1.0.0), so no version was compared; --since COMMIT does.';
  console.log(`${chosen.length - wrong} of ${chosen.length} connectors are well. ${compared}`);
  return wrong === 0 ? 0 : 1;
}

async function importAll(
  path: string,
  { id, overlay: file }: { id?: string; overlay?: string },
): Promise<number> {
  const { openHouse } = await import('./house.ts');
  const { importFiles } = await import('#catalog');
  const overlay = file === undefined ? undefined : await readOverlay(file);
  const settings = readSettings();
  const house = await openHouse(settings, createLog(settings.logLevel), false);
  const counts = { new: 0, changed: 0, unchanged: 0, failed: 0 };
  try {
    for await (const one of importFiles(house, { path, id, overlay })) {
      counts[one.outcome]++;
      const { file: from, id: own, outcome, version, words } = one;
      console.log(words ? `✗ ${from}: ${words}` : `✓ ${own} ${version} ${outcome} ${from}`);
    }
  } finally {
    await house.close();
  }
  const parts = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  console.log(`${parts.join(', ')}.`);
  return counts.failed === 0 ? 0 : 1;
}

async function readOverlay(file: string): Promise<JsonObject> {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!isObject(value)) throw new StartError(`The overlay ${file} is no JSON object.`);
  return value;
}
