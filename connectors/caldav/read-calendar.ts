import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import { problem, ProblemError } from '@patchbay/shared/base';

import type { Entry } from './fields.ts';

/** A document of a calendar: one event or task with its exceptions, as iCalendar text. */
export interface CalendarObject {
  href: string;
  etag?: string;
  data: string;
}

/** Documents to read; with `range` (milliseconds since 1970) what repeats is laid out in it. */
export interface ReadJob {
  objects: CalendarObject[];
  range?: { from: number; to: number; most: number };
}

const FILE = new URL('./calendar-process.ts', import.meta.url);
const DEADLINE_MS = 5000;

/** Reads documents in a thread of its own, which is ended when it takes longer than 5 s. */
export async function readCalendar(job: ReadJob, signal: AbortSignal): Promise<Entry[]> {
  if (job.objects.length === 0) return [];
  const worker = new Worker(FILE, {
    workerData: job,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  try {
    const either = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
    const [entries] = (await once(worker, 'message', { signal: either })) as [Entry[]];
    return entries;
  } catch {
    signal.throwIfAborted();
    throw new ProblemError(
      problem('rejected', 'The calendar holds an event that takes too long to read.', {
        hint: 'Look for a rule that can never be met, such as every 30 February; or ask for a shorter time.',
      }),
    );
  } finally {
    await worker.terminate();
  }
}
