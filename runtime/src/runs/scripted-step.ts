import { problem } from '@patchbay/shared/base';
import { bindAround, placedResults, type Evaluation } from '@patchbay/shared/mapping';
import type { RunScript } from '@patchbay/shared/runs';

import type { StepCall, StepOutcome } from '#engine';
import { evaluateWith, type Evaluate, type Surroundings } from '#mapping';

/** How a test run departs from a real one at this step, before its input is made. */
export function beforeInput(
  script: RunScript,
  { step, node, attempt, input, child }: StepCall,
): StepOutcome | undefined {
  const pin = script.pins[node.id];
  if (pin) return { kind: 'done', port: 'out', output: pin.output, whole: true };
  const stops = script.stepping || script.breakpoints.includes(node.id);
  const isFresh = attempt === 1 && input === undefined && child === undefined;
  if (stops && isFresh && !script.passed.includes(step)) return { kind: 'waiting', paused: true };
  return undefined;
}

/** What stands in for the step once its input is made: by its own id, or for all passes of a node. */
export function insteadOf(script: RunScript, { step, node }: StepCall): StepOutcome | undefined {
  const mock = [step, node.id].map((id) => own(script.mocks, id)).find((one) => one !== undefined);
  if (mock && 'error' in mock) {
    const { code, message } = mock.error;
    const hint = 'The test makes this step fail; look at its mock.';
    return { kind: 'failed', problem: problem(code, message, { hint, retry: 'never' }) };
  }
  if (mock) return { kind: 'done', port: mock.port ?? 'out', output: mock.output, whole: true };
  if (script.at === undefined || node.kind !== 'wait') return undefined;
  return { kind: 'done', port: 'out', output: { until: new Date(script.at).toISOString() } };
}

function own<T>(of: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(of, name) ? of[name] : undefined;
}

interface FixedTime extends Surroundings {
  time: number;
}

/** Evaluates with the clock standing still. */
export async function evaluateAt(
  evaluate: Evaluate,
  texts: string[],
  { time, ...around }: FixedTime,
): Promise<Evaluation[]> {
  const evaluateFixed: Evaluate = async (all, document) => {
    const fixed = all.map((text) => bindAround(text, standingStill(time)));
    const results = await evaluate(
      fixed.map(({ text }) => text),
      document,
    );
    return placedResults(results, fixed);
  };
  return evaluateWith(evaluateFixed, texts, around);
}

/** Names for the clock and chance that stand still. */
function standingStill(at: number): string {
  return (
    `$now := function($p, $z) { $fromMillis(${at}, $p, $z) }; ` +
    `$millis := function() { ${at} }; $random := function() { 0.5 }`
  );
}
