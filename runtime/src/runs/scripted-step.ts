import { problem, type Json } from '@patchbay/shared/base';
import type { Evaluation } from '@patchbay/shared/mapping';
import type { RunScript } from '@patchbay/shared/runs';

import type { StepCall, StepOutcome } from '#engine';
import type { Evaluate } from '#mapping';

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

interface FixedTime {
  document: { [name: string]: Json };
  time: number;
}

/** Evaluates with the clock standing still. */
export async function evaluateAt(
  evaluate: Evaluate,
  texts: string[],
  { document, time }: FixedTime,
): Promise<Evaluation[]> {
  const fixed = texts.map((text) => atFixedTime(text, time));
  const results = await evaluate(
    fixed.map(({ text }) => text),
    document,
  );
  return results.map((result, i) => {
    const offset = result.ok ? undefined : result.problem.at?.offset;
    if (result.ok || offset === undefined) return result;
    const at = { ...result.problem.at, offset: Math.max(0, offset - (fixed[i]?.shift ?? 0)) };
    return { ok: false, problem: { ...result.problem, at } };
  });
}

/**
 * The expression with the clock and chance standing still, by names of its own around it. `shift`
 * is by how many characters places in it have moved.
 */
function atFixedTime(text: string, at: number): { text: string; shift: number } {
  const head =
    `($now := function($p, $z) { $fromMillis(${at}, $p, $z) }; ` +
    `$millis := function() { ${at} }; $random := function() { 0.5 }; `;
  return { text: `${head}${text}\n)`, shift: head.length };
}
