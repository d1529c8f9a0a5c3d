import { problem } from '@patchbay/shared/base';
import type { JsonObject } from '@patchbay/shared/base';
import type { Evaluation } from '@patchbay/shared/mapping';

import type { EvaluateReply, EvaluateRequest } from './evaluate.worker.ts';

const LIMIT_MS = 1500;

interface Question {
  count: number;
  answer: (results: Evaluation[]) => void;
  timer?: ReturnType<typeof setTimeout>;
}

let worker: Worker | undefined;
let isReady = false;
let nextId = 1;
/** The document the worker holds. */
let held: JsonObject | undefined;
const open = new Map<number, Question>();

/**
 * Evaluates expressions on a sample document in a worker of this browser: one result or Problem
 * each. What takes too long is ended together with its worker; starting it does not count.
 */
export function evaluateLocally(
  expressions: string[],
  document: JsonObject,
): Promise<Evaluation[]> {
  const id = nextId++;
  return new Promise((answer) => {
    const to = theWorker();
    const question: Question = { count: expressions.length, answer };
    open.set(id, question);
    if (isReady) watch(question);
    // Copying a large sample costs more than evaluating on it, so the worker keeps the last one.
    const isHeld = held === document;
    const request: EvaluateRequest = { id, expressions, ...(!isHeld && { document }) };
    held = document;
    to.postMessage(request, []);
  });
}

function watch(question: Question): void {
  question.timer = setTimeout(giveUp, LIMIT_MS);
}

function theWorker(): Worker {
  if (worker) return worker;
  const made = new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' });
  made.addEventListener('message', ({ data: { id, results } }: MessageEvent<EvaluateReply>) => {
    if (id === undefined) start();
    else settle(id, results);
  });
  worker = made;
  return made;
}

function start(): void {
  isReady = true;
  for (const question of open.values()) watch(question);
}

function settle(id: number, results: Evaluation[]): void {
  const question = open.get(id);
  clearTimeout(question?.timer);
  open.delete(id);
  question?.answer(results);
}

/** Ending a worker ends all it was asked, so everything open gets its answer now. */
function giveUp(): void {
  worker?.terminate();
  worker = undefined;
  isReady = false;
  held = undefined;
  const late: Evaluation = {
    ok: false,
    problem: problem('expression_limit', 'The preview took longer than a second and a half.', {
      hint: 'Test the step to run it with the limits of production, or make the sample smaller.',
    }),
  };
  for (const [id, { count }] of open)
    settle(
      id,
      Array.from({ length: count }, () => late),
    );
}
