import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import { fail, ProblemError } from '@patchbay/shared/base';

import type { ConvertResult, ImportAnswer, ImportJob, LayResult } from './import-process.ts';

const FILE = new URL('./import-process.ts', import.meta.url);
const DEADLINE_MS = 60_000;
const HEAP_MB = 1024;

type ResultFor<Job extends ImportJob> = Job['kind'] extends 'convert' ? ConvertResult : LayResult;

/** Does a job on a document and gives what came of it. */
export type RunImport = <Job extends ImportJob>(job: Job) => Promise<ResultFor<Job>>;

/** Does a job in a thread of its own, which is ended when it takes too long or too much memory. */
export const runImport: RunImport = async (job) => {
  const worker = new ImportWorker();
  try {
    return await worker.run(job);
  } finally {
    await worker.close();
  }
};

/** A thread for one job after another. The one that a job was too much for is replaced. */
export class ImportWorker {
  private worker: Worker | undefined;

  readonly run: RunImport = async (job) => {
    this.worker ??= startWorker();
    try {
      this.worker.postMessage(job, []);
      const [answer] = (await once(this.worker, 'message', {
        signal: AbortSignal.timeout(DEADLINE_MS),
      })) as [ImportAnswer];
      if (!answer.ok) throw new ProblemError(answer.problem);
      return answer.value as ResultFor<typeof job>;
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      await this.close();
      return fail(
        'invalid_input',
        'The document could not be read: it takes too long or too much.',
        {
          hint: 'Send a smaller part of it.',
        },
      );
    }
  };

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }
}

function startWorker(): Worker {
  return new Worker(FILE, { env: {}, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
}
