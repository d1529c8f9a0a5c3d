import { createRequire } from 'node:module';

const { version } = createRequire(import.meta.url)('jsonata/package.json') as { version: string };

/** The expression engine a version is published with. */
export const ENGINE = `jsonata ${version}`;
