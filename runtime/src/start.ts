import { enableCompileCache } from 'node:module';

const NODE_MAJOR = 24;

/**
 * The entry of every process. `npm ci --ignore-scripts` leaves an older Node behind without a word,
 * so that is said here, before anything it could not read is loaded. The compile cache keeps
 * stripped and compiled sources between starts: half the time, and less memory.
 */
if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR) {
  console.error(
    `Patchbay needs Node ${NODE_MAJOR}; this is ${process.version}. Run "npm install" (not with --ignore-scripts), then "npm start".`,
  );
  process.exit(1);
}
enableCompileCache();
const { main } = await import('./main.ts');
const { StartError } = await import('#lib');

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}
