import { fail, isObject, problem, toProblem, type Json, type Problem } from '@patchbay/shared/base';
import { expressionsOf, isTrigger, type FlowGraph } from '@patchbay/shared/flows';
import { emptyScript, type RunScript, type RunView } from '@patchbay/shared/runs';
import type { CallRequest, TestCase, TestDraft, TestResult } from '@patchbay/shared/testing';

import { assertRunnable } from './assert-runnable.ts';
import { makeCall } from './call-action.ts';
import { checkFacts, type Facts } from './check-facts.ts';
import { rehearse } from './rehearse.ts';
import type { TestingParts } from './testing-parts.ts';
import { tryNode } from './try-node.ts';

/** What a test is run on. */
export interface Ground {
  /** The flow's graph; absent for tests of a connection. */
  graph?: FlowGraph;
  connection?: string;
  /** Fires when whoever asked is gone. */
  caller?: AbortSignal;
}

/** Runs one test. Whatever goes wrong is in the result, with its place. */
export async function runCase(
  parts: TestingParts,
  ground: Ground,
  test: TestCase,
): Promise<TestResult> {
  const begun = performance.now();
  const base = { case: test.id, name: test.name, scope: test.scope };
  const time = (): number => Math.round(performance.now() - begun);
  try {
    const facts = await play(parts, ground, test);
    const checks = await Promise.all(
      test.checks.map((check) => checkFacts(parts.evaluate, check, facts)),
    );
    const why = facts.outcome === test.outcome ? undefined : outcomeProblem(test, facts);
    const passed = why === undefined && checks.every(({ ok }) => ok);
    return { ...base, status: passed ? 'passed' : 'failed', ms: time(), problem: why, checks };
  } catch (error) {
    return { ...base, status: 'broken', ms: time(), problem: toProblem(error), checks: [] };
  }
}

/** Does what the test says and tells what came of it; throws when the test itself can't be run. */
export async function play(
  parts: TestingParts,
  { graph, connection, caller, offline }: Ground & { offline?: boolean },
  test: TestDraft,
): Promise<Facts> {
  const { scope, input, mocks, at } = test;
  await assertRunnable(parts.credentials, graph, test);
  if (scope.kind === 'action') return callFacts(parts, { ...scope, connection, input, caller });
  if (!graph) return fail('not_found', 'The flow of this test is gone.', 'Delete the test.');
  const script: RunScript = { ...emptyScript(), mocks, at };
  if (scope.kind === 'flow')
    return flowFacts(
      graph,
      await rehearse(parts.performer, {
        graph,
        trigger: scope.trigger,
        payload: input,
        script,
        offline,
        caller,
      }),
    );
  const document = isObject(input) ? input : {};
  if (scope.kind === 'mapping')
    return mappingFacts(parts, { graph, node: scope.node, document, script });
  const tried = await tryNode(parts.performer, {
    graph,
    node: scope.node,
    document,
    script,
    caller,
  });
  const { ok, output, input: made, problem: why } = tried;
  return { outcome: ok ? 'done' : 'failed', output, input: made, problem: why as Json, steps: {} };
}

/** Only what the node's expressions make; nothing is performed. */
async function mappingFacts(
  { performer }: TestingParts,
  { graph, node: id, document, script }: Parameters<typeof tryNode>[1],
): Promise<Facts> {
  const node = graph.nodes[id];
  if (!node || expressionsOf(node).length === 0)
    return fail('invalid_input', 'The step has no mapping to test.', 'Test the node instead.');
  // A step that stands for itself makes its input and does nothing with it.
  const mocks = { [id]: { output: null } };
  const made = { ...emptyScript(), ...script, mocks };
  const {
    ok,
    input,
    problem: why,
  } = await tryNode(performer, { graph, node: id, document, script: made });
  return { outcome: ok ? 'done' : 'failed', output: input, problem: why as Json, steps: {} };
}

async function callFacts(
  parts: TestingParts,
  request: CallRequest & { kind: 'action'; dryRun?: boolean; caller?: AbortSignal },
): Promise<Facts> {
  const { kind: _, dryRun = false, ...call } = request;
  const { ok, output, problem: why } = await makeCall(parts, 'Tests', { ...call, dryRun });
  return { outcome: ok ? 'done' : 'failed', output, problem: why as Json, steps: {} };
}

function flowFacts(graph: FlowGraph, view: RunView): Facts {
  const steps: Facts['steps'] = {};
  for (const step of Object.values(view.steps)) {
    const key = graph.nodes[step.node]?.key;
    if (key === undefined || isTrigger(graph.nodes[step.node] as never)) continue;
    const parts = [
      ['input', valueOf(step.input)],
      ['output', valueOf(step.output)],
      ['problem', step.problem as Json | undefined],
    ].filter(([, value]) => value !== undefined);
    steps[key] = Object.fromEntries(parts) as { [part: string]: Json };
  }
  return {
    outcome: view.status === 'done' ? 'done' : 'failed',
    output: valueOf(view.output),
    response: valueOf(view.response),
    problem: view.problem,
    steps,
  };
}

function valueOf(payload: RunView['output']): Json | undefined {
  return payload && 'value' in payload ? payload.value : undefined;
}

function outcomeProblem({ outcome }: TestDraft, { problem: why }: Facts): Problem {
  if (outcome === 'done' && why) return why as unknown as Problem;
  const hint = 'Expect it to succeed in the test, or correct the flow.';
  return problem('flow_failed', 'It should have failed, but it went well.', hint);
}
