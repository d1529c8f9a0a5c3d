import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { toProblem } from '@patchbay/shared/base';
import type { TestBatch } from '@patchbay/shared/testing';

import { StartError } from '#lib';

import { batchWords } from './batch-words.ts';
import { junitOf } from './junit.ts';
import { runSuite } from './run-suite.ts';
import type { TestingParts } from './testing-parts.ts';

const USAGE =
  'Usage: npm run patchbay -- test FLOW [--version N] [--junit FILE]\nFLOW is the name or id of a flow, or connection:ID.';

/**
 * `patchbay test FLOW`: runs a suite for a build to depend on. Exit codes: 0 all passed, 1 a test
 * failed, 2 nothing could be run. The database is that of the settings; no server has to run.
 */
export async function runTestsCommand(parts: TestingParts, args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args);
  const [wanted] = positionals;
  if (!wanted) throw new StartError(USAGE);
  const batch = await run(parts, wanted, values.version);
  if (typeof batch === 'string') {
    console.error(batch);
    return 2;
  }
  console.log(batchWords(batch));
  if (values.junit) await writeFile(values.junit, junitOf(wanted, batch));
  return batch.failed === 0 ? 0 : 1;
}

function readArgs(args: string[]) {
  try {
    const options = { junit: { type: 'string' }, version: { type: 'string' } } as const;
    return parseArgs({ args, options, allowPositionals: true });
  } catch (cause) {
    throw new StartError(`${(cause as Error).message}\n${USAGE}`, { cause });
  }
}

/** How the suite went, or in words why it could not be run. */
async function run(
  parts: TestingParts,
  wanted: string,
  version: string | undefined,
): Promise<TestBatch | string> {
  if (version !== undefined && !/^\d+$/.test(version))
    return `--version must be a number; it is "${version}".`;
  try {
    const subject = await subjectOf(parts, wanted);
    if (!subject) return `There is no flow "${wanted}", or several are called so. Give its id.`;
    const number = version === undefined ? undefined : Number(version);
    return await runSuite(parts, { subject, version: number, by: 'Command line' });
  } catch (error) {
    const { message, hint } = toProblem(error);
    return `${message} ${hint}`;
  }
}

async function subjectOf({ db }: TestingParts, wanted: string): Promise<string | undefined> {
  if (wanted.startsWith('connection:')) return wanted;
  const rows = await db.query<{ id: string }>('select id from flow where id = ? or name = ?', [
    wanted,
    wanted,
  ]);
  return rows.length === 1 ? `flow:${rows[0]?.id}` : undefined;
}
