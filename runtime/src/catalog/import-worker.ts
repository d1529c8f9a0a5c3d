import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import { fail, ProblemError } from '@patchbay/shared/base';

import type { ConvertResult, ImportAnswer, ImportJob, LayResult } from './import-process.ts';

const FILE = new URL('./import-process.ts', import.meta.url);
const DEADLINE_MS = 60_000;
const HEAP_MB = 1024;

type ResultFor<Job extends ImportJob> = Job['kind'] extends 'convert' ? ConvertResult : LayResult;

/** Does a job in a thread of its own, which is ended when it takes too long or too much memory. */
export async function runImport<Job extends ImportJob>(job: Job): Promise<ResultFor<Job>> {
  const worker = new Worker(FILE, {
    workerData: job,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  try {
    const [answer] = (await once(worker, 'message', {
      signal: AbortSignal.timeout(DEADLINE_MS),
    })) as [ImportAnswer];
    if (!answer.ok) throw new ProblemError(answer.problem);
    return answer.value as ResultFor<Job>;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    return fail('invalid_input', 'The document could not be read: it takes too long or too much.', {
      hint: 'Send a smaller part of it.',
    });
  } finally {
    await worker.terminate();
  }
}
