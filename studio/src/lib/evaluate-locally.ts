import { problem } from '@patchbay/shared/base';
import type { JsonObject } from '@patchbay/shared/base';
import type { Evaluation } from '@patchbay/shared/mapping';

import type { EvaluateReply, EvaluateRequest } from './evaluate.worker.ts';

const LIMIT_MS = 1000;

let worker: Worker | undefined;
let nextId = 1;
/** The document the worker holds. */
let held: JsonObject | undefined;
const open = new Map<number, { count: number; answer: (results: Evaluation[]) => void }>();

/**
 * Evaluates expressions on a sample document in a worker of this browser: one result or Problem
 * each. What takes longer than a second is ended together with its worker.
 */
export function evaluateLocally(
  expressions: string[],
  document: JsonObject,
): Promise<Evaluation[]> {
  const id = nextId++;
  return new Promise((resolve) => {
    const timer = setTimeout(giveUp, LIMIT_MS);
    const answer = (results: Evaluation[]): void => {
      clearTimeout(timer);
      open.delete(id);
      resolve(results);
    };
    open.set(id, { count: expressions.length, answer });
    const to = theWorker();
    // Copying a large sample costs more than evaluating on it, so the worker keeps the last one.
    const request: EvaluateRequest = {
      id,
      expressions,
      document: held === document ? undefined : document,
    };
    held = document;
    to.postMessage(request, []);
  });
}

function theWorker(): Worker {
  if (worker) return worker;
  const made = new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data }: MessageEvent<EvaluateReply>) => {
    open.get(data.id)?.answer(data.results);
  });
  worker = made;
  return made;
}

/** Ending a worker ends all it was asked, so everything open gets its answer now. */
function giveUp(): void {
  worker?.terminate();
  worker = undefined;
  held = undefined;
  const late: Evaluation = {
    ok: false,
    problem: problem('expression_limit', 'The preview took longer than a second.', {
      hint: 'Test the step to run it with the limits of production, or make the sample smaller.',
    }),
  };
  for (const { count, answer } of open.values()) answer(Array.from({ length: count }, () => late));
}
