import { writeSync } from 'node:fs';

import { serveStdio } from '@modelcontextprotocol/server/stdio';

import { makeToolServer } from './tool-server.ts';

/** A program that speaks MCP, or does not: `good`, `newer`, `deaf`, `dies`, `babbles`, `floods`. */
const [, , mode = 'good', pidFile] = process.argv;
if (pidFile) (await import('node:fs')).writeFileSync(pidFile, String(process.pid));
if (mode === 'good' || mode === 'newer')
  serveStdio(() => makeToolServer({ newer: mode === 'newer' }));
// Neither a closed pipe nor a polite signal ends it.
if (mode === 'deaf') {
  process.on('SIGTERM', () => undefined);
  setInterval(() => undefined, 1000);
}
if (mode === 'dies') {
  process.stderr.write(`No licence for ${process.env.LEDGER_KEY}.\n`, () => process.exit(3));
}
if (mode === 'babbles') {
  process.stdin.resume();
  process.stdout.write('Welcome to the ledger!\n<html></html>\n');
}
if (mode === 'floods') {
  const rubbish = 'x'.repeat(1024 * 1024);
  for (let i = 0; i < 12; i++) writeSync(1, rubbish);
  process.stdin.resume();
}
