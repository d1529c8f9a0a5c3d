import { problem } from '@patchbay/shared/base';
import type { JsonObject } from '@patchbay/shared/base';
import {
  placedResults,
  withFunctions,
  type Evaluation,
  type PinnedFunctions,
} from '@patchbay/shared/mapping';

import { KillableWorker } from './killable-worker.ts';
import { callableFunctions } from './project-functions.ts';

/** Small enough that what hangs is told within two seconds of the keystroke, also on a busy machine. */
const LIMIT_MS = 1200;

const evaluator = new KillableWorker<string[], JsonObject, Evaluation[]>(
  () => new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' }),
  LIMIT_MS,
);

/**
 * Evaluates expressions on a sample document in a worker of this browser: one result or Problem
 * each. `functions` are those of the project. What takes too long is ended together with its worker.
 */
export async function evaluateLocally(
  expressions: string[],
  document: JsonObject,
  functions: PinnedFunctions = callableFunctions(),
): Promise<Evaluation[]> {
  const bound = expressions.map((text) => withFunctions(text, functions));
  const texts = bound.map(({ text }) => text);
  const results = await evaluator.ask(texts, document);
  return placedResults(results ?? expressions.map(() => TOO_LATE), bound);
}

const TOO_LATE: Evaluation = {
  ok: false,
  problem: problem('expression_limit', `The preview took longer than ${LIMIT_MS / 1000} seconds.`, {
    hint: 'Make it do less, or make the sample smaller. Testing the step runs it with the limits of production.',
    at: { offset: 0 },
  }),
};
