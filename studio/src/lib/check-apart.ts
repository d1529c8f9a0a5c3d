import { problem } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import type { Finding, MappingKnowledge } from '@patchbay/shared/mapping';

import { KillableWorker } from './killable-worker.ts';

const LIMIT_MS = 2000;

/** What a check tells. */
export interface Checked {
  findings: readonly Finding[];
  /** The schema of what the expression gives. */
  output: JsonSchema;
}

const checker = new KillableWorker<string, MappingKnowledge, Checked>(
  () => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' }),
  LIMIT_MS,
);

/** Everything that can be said of a mapping without running it, worked out beside the page. */
export async function checkApart(
  text: string,
  knowledge: MappingKnowledge,
): Promise<readonly Finding[]> {
  return (await checker.ask(text, knowledge))?.findings ?? [tooLarge(text)];
}

/** The schema of what an expression gives; undefined when it is too large to tell. */
export async function inferApart(
  text: string,
  knowledge: MappingKnowledge,
): Promise<JsonSchema | undefined> {
  return (await checker.ask(text, knowledge))?.output;
}

function tooLarge({ length: end }: string): Finding {
  const message = 'The mapping is too large to be checked within two seconds.';
  const hint = 'It runs all the same. Split it over several steps to have it checked.';
  const found = problem('expression_limit', message, { hint, at: { offset: 0 } });
  return { severity: 'warning', kind: 'mistake', problem: found, start: 0, end };
}
