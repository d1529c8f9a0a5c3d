import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';

import { fail, ProblemError } from '@patchbay/shared/base';

import type { ConvertResult, ImportAnswer, ImportJob, LayResult } from './import-process.ts';

const FILE = fileURLToPath(new URL('./import-process.ts', import.meta.url));

/** What a job may take. */
interface Limits {
  deadlineMs: number;
  heapMb: number;
}

const LIMITS: Limits = { deadlineMs: 60_000, heapMb: 1024 };

type ResultFor<Job extends ImportJob> = Job['kind'] extends 'convert' ? ConvertResult : LayResult;

/** Does a job on a document and gives what came of it. */
export type RunImport = <Job extends ImportJob>(job: Job) => Promise<ResultFor<Job>>;

/** Does a job in a process of its own, which is ended when it takes too long or too much memory. */
export const runImport: RunImport = async (job) => {
  const child = new ImportChild();
  try {
    return await child.run(job);
  } finally {
    child.close();
  }
};

/**
 * A process for one job after another; the one that a job was too much for is replaced. A thread
 * would not do: one that runs out of memory while it reads JSON takes all of us with it.
 */
export class ImportChild {
  private readonly limits: Limits;
  private process: ChildProcess | undefined;

  constructor(limits = LIMITS) {
    this.limits = limits;
  }

  readonly run: RunImport = async (job) => {
    this.process ??= startProcess(this.limits.heapMb);
    const done = new AbortController();
    const signal = AbortSignal.any([done.signal, AbortSignal.timeout(this.limits.deadlineMs)]);
    try {
      this.process.send(job);
      const [answer] = (await Promise.race([
        once(this.process, 'message', { signal }),
        once(this.process, 'exit', { signal }).then(() => {
          throw new Error('The process has ended.');
        }),
      ])) as [ImportAnswer];
      if (!answer.ok) throw new ProblemError(answer.problem);
      return answer.value as ResultFor<typeof job>;
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      this.close();
      return fail(
        'invalid_input',
        'The document could not be read: it takes too long or too much.',
        {
          hint: 'Send a smaller part of it.',
        },
      );
    } finally {
      done.abort();
    }
  };

  close(): void {
    this.process?.kill('SIGKILL');
    this.process = undefined;
  }
}

function startProcess(heapMb: number): ChildProcess {
  const child = fork(FILE, {
    execArgv: [`--max-old-space-size=${heapMb}`],
    // No secret of ours, only where compiled code is kept.
    env: { NODE_COMPILE_CACHE: getCompileCacheDir() ?? '' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // That it is gone is told by its exit, or by the job that never ends.
  child.on('error', () => undefined);
  return child;
}
