import { defineConfig } from 'vitest/config';

const EVERYWHERE = ['**/node_modules/**', '**/dist/**', 'data/**'];
const INTEGRATION = '**/*.integration.test.ts';
/** What is asked again until it is so may be late: the default is one second. */
const PATIENT = { poll: { timeout: 20_000 } };

export default defineConfig({
  test: {
    silent: 'passed-only',
    // Files of one worker share the modules they load: that was most of the time. So no test file
    // may leave anything behind.
    isolate: false,
    // Two cores, and the tests of processes mostly wait.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...EVERYWHERE, INTEGRATION],
          // A slow machine must not fail what works.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          expect: PATIENT,
        },
      },
      {
        test: {
          name: 'integration',
          include: [INTEGRATION],
          exclude: EVERYWHERE,
          globalSetup: ['e2e/setup/global-setup.ts'],
          // Processes are killed and started here, and beside other work that takes minutes.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: PATIENT,
        },
      },
    ],
  },
});
