import { problem } from '@patchbay/shared/base';

import type { EnginePorts, StepOutcome } from './ports.ts';

/** Performs with a signal of its own that aborts when the time is up; late answers are dropped. */
export function withTimeout(
  ports: EnginePorts,
  { signal, ms }: { signal: AbortSignal; ms: number },
  perform: (signal: AbortSignal) => Promise<StepOutcome>,
): Promise<StepOutcome> {
  const own = new AbortController();
  const late = problem(
    'timed_out',
    `The step took longer than ${ms} ms.`,
    'Give it more time in its settings, or make the request smaller.',
  );
  return new Promise((resolve, reject) => {
    const cancel = ports.timer(ports.now() + ms, () => {
      own.abort(new Error(late.message));
      resolve({ kind: 'failed', problem: late });
    });
    perform(AbortSignal.any([signal, own.signal]))
      .then(resolve, reject)
      .finally(cancel);
  });
}
