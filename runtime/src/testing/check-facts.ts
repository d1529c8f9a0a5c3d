import { problem, toProblem, type Json } from '@patchbay/shared/base';
import {
  differences,
  type Check,
  type CheckResult,
  type Difference,
} from '@patchbay/shared/testing';

import type { Evaluate } from '#mapping';

import { schemaDifferences } from './schema-differences.ts';

/** What a test saw: the document of its JSONata checks. */
export interface Facts {
  outcome: 'done' | 'failed';
  output?: Json;
  input?: Json;
  response?: Json;
  problem?: Json;
  /** By key: `{ input, output, problem }`. */
  steps: { [key: string]: { [part: string]: Json } };
}

/** Holds a check against what a test saw. One that hangs fails in words, and nothing waits for it. */
export async function checkFacts(
  evaluate: Evaluate,
  check: Check,
  facts: Facts,
): Promise<CheckResult> {
  if (check.kind === 'jsonata') return checkExpression(evaluate, check, facts);
  const says = wordsFor(check);
  const actual = valueAt(facts, check.of);
  try {
    const found = await differencesOf(check, actual);
    return { ok: found.length === 0, says, differences: found };
  } catch (error) {
    return { ok: false, says, differences: [], problem: toProblem(error) };
  }
}

async function differencesOf(
  check: Exclude<Check, { kind: 'jsonata' }>,
  actual: Json | undefined,
): Promise<Difference[]> {
  if (check.kind === 'schema') return schemaDifferences(check.schema, actual);
  return differences(check.value, actual, check.kind === 'includes');
}

async function checkExpression(
  evaluate: Evaluate,
  { expression, says }: Extract<Check, { kind: 'jsonata' }>,
  facts: Facts,
): Promise<CheckResult> {
  const words = says ?? expression;
  const [result] = await evaluate([expression], facts as unknown as { [name: string]: Json });
  if (!result?.ok) return { ok: false, says: words, differences: [], problem: result?.problem };
  if (result.value === true) return { ok: true, says: words, differences: [] };
  const gave = JSON.stringify(result.value) ?? 'nothing';
  const message = `The check gave ${gave.slice(0, 200)}; it passes when it gives true.`;
  const why = problem('expression_failed', message, 'Correct the flow, or the check.');
  return { ok: false, says: words, differences: [], problem: why };
}

function wordsFor(check: Exclude<Check, { kind: 'jsonata' }>): string {
  const verbs = { equals: 'is exactly', includes: 'holds at least', schema: 'fits the schema' };
  return `${check.of} ${verbs[check.kind]}`;
}

function valueAt(facts: Facts, of: string): Json | undefined {
  const [first = '', key = '', part = ''] = of.split('.');
  if (first !== 'steps') return facts[first as 'output'];
  return Object.hasOwn(facts.steps, key) ? facts.steps[key]?.[part] : undefined;
}
