import { problem } from '@patchbay/shared/base';
import type { Finding, MappingKnowledge } from '@patchbay/shared/mapping';

import { KillableWorker } from './killable-worker.ts';

const LIMIT_MS = 2000;

const checker = new KillableWorker<string, MappingKnowledge, readonly Finding[]>(
  () => new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' }),
  LIMIT_MS,
);

/** Everything that can be said of a mapping without running it, worked out beside the page. */
export async function checkApart(
  text: string,
  knowledge: MappingKnowledge,
): Promise<readonly Finding[]> {
  return (await checker.ask(text, knowledge)) ?? [tooLarge(text)];
}

function tooLarge({ length: end }: string): Finding {
  const message = 'The mapping is too large to be checked within two seconds.';
  const hint = 'It runs all the same. Split it over several steps to have it checked.';
  const found = problem('expression_limit', message, { hint, at: { offset: 0 } });
  return { severity: 'warning', kind: 'mistake', problem: found, start: 0, end };
}
