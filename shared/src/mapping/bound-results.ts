import type { Problem } from '#base';

import type { Evaluation } from './endpoints.ts';
import type { BoundText } from './named-function.ts';

/** Results of bound texts with their places where they are in the texts that were bound. */
export function placedResults(
  results: readonly Evaluation[],
  texts: readonly BoundText[],
): Evaluation[] {
  return results.map((result, i) =>
    result.ok ? result : { ok: false, problem: movedBack(result.problem, texts[i]?.shift ?? 0) },
  );
}

/** What fails inside a function it calls is at the beginning of the text itself. */
function movedBack(problem: Problem, shift: number): Problem {
  const offset = problem.at?.offset;
  if (shift === 0 || offset === undefined) return problem;
  return { ...problem, at: { ...problem.at, offset: Math.max(0, offset - shift) } };
}
