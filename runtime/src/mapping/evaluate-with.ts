import type { Json } from '@patchbay/shared/base';
import {
  placedResults,
  withFunctions,
  type Evaluation,
  type PinnedFunctions,
} from '@patchbay/shared/mapping';

import type { Evaluate } from './evaluator.ts';

/** What expressions see: the document, and functions of the project where there are any. */
export interface Surroundings {
  document: { [name: string]: Json };
  functions?: PinnedFunctions;
}

/** Evaluates expressions that may call functions of the project. */
export async function evaluateWith(
  evaluate: Evaluate,
  texts: string[],
  { document, functions }: Surroundings,
): Promise<Evaluation[]> {
  if (!functions) return evaluate(texts, document);
  const bound = texts.map((text) => withFunctions(text, functions));
  const results = await evaluate(
    bound.map(({ text }) => text),
    document,
  );
  return placedResults(results, bound);
}
