import { parentPort, workerData } from 'node:worker_threads';

import type { ReadJob } from './read-calendar.ts';
import { readObjects } from './read-objects.ts';

// A rule that no day fulfils makes the reading run for ever: whoever asked ends this thread then.
parentPort?.postMessage(await readObjects(workerData as ReadJob), []);
