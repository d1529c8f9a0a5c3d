import { fail, isObject } from '@patchbay/shared/base';
import type { FlowNode } from '@patchbay/shared/flows';
import { hasEnded, type Mock, type StepView } from '@patchbay/shared/runs';
import { Masker, type TestCase, type TestDraft } from '@patchbay/shared/testing';

import type { Ctx } from '#http';
import type { RunRow } from '#runs';

import { createCase } from './cases.ts';
import type { Facts } from './check-facts.ts';
import { readRunData } from './read-run.ts';
import { play } from './run-case.ts';
import { schemaOf } from './schema-of.ts';
import { documentOf, valueOf, type RunData } from './step-data.ts';
import type { TestingParts } from './testing-parts.ts';

/** What of a run becomes a test. */
export interface SaveRequest {
  id: string;
  scope: 'flow' | 'node' | 'mapping' | 'action';
  step?: string;
  name?: string;
}

/**
 * Makes a test of a run: systems it called become mocks, people and secrets stand-ins, and what is
 * expected is what the flow gives for those.
 */
export async function saveRun(
  parts: TestingParts,
  ctx: Ctx,
  request: SaveRequest,
): Promise<{ subject: string; test: TestCase; masked: number }> {
  const { row, data } = await readRunData(ctx, request.id);
  if (!hasEnded(row.status))
    fail('conflict', 'The run is still going.', 'Wait for its end, then save it.');
  const draft = draftOf(row, data, request);
  const masker = new Masker();
  // A field of another name may hold what the payload calls a person's.
  const outputs = Object.values(data.view.steps).map(({ output }) => valueOf(output) ?? null);
  masker.learn([data.payload, ...outputs, draft.input, draft.mocks]);
  const masked: TestDraft = {
    ...draft,
    input: masker.mask(draft.input),
    mocks: masker.mask(draft.mocks) as TestDraft['mocks'],
  };
  const subject = subjectOf(row, data, request);
  const expecting = await withExpectations(parts, { data, step: request.step }, masked);
  const test = await createCase(ctx, subject, expecting);
  return { subject, test, masked: masker.count };
}

function draftOf(row: RunRow, data: RunData, { scope, step, name }: SaveRequest): TestDraft {
  const common = { mocks: {}, at: row.created_at, outcome: 'done' as const, checks: [] };
  const when = new Date(row.created_at).toISOString().slice(0, 16).replace('T', ' ');
  if (scope === 'flow')
    return {
      ...common,
      name: name ?? `Run of ${when}`,
      scope: { kind: 'flow', trigger: row.trigger_node },
      input: data.payload,
      mocks: mocksOf(data),
    };
  const { view, node } = stepOf(data, step);
  const named = { ...common, name: name ?? `${node.title || node.key}, ${when}` };
  if (scope !== 'action')
    return {
      ...named,
      scope: { kind: scope, node: node.id },
      input: documentOf(data, view.id),
      mocks: scope === 'node' ? mockAlone(view, node) : {},
    };
  if (node.kind !== 'action')
    return fail('invalid_input', `"${node.title}" calls no action.`, 'Save it as a node instead.');
  const { connector, version, action } = node.config;
  const input = valueOf(view.input) ?? null;
  return { ...named, at: undefined, scope: { kind: 'action', connector, version, action }, input };
}

function subjectOf(row: RunRow, data: RunData, { scope, step }: SaveRequest): string {
  if (scope !== 'action') return `flow:${row.flow_id}`;
  const { node } = stepOf(data, step);
  const connection = node.kind === 'action' ? node.config.connection : undefined;
  if (connection) return `connection:${connection}`;
  return fail('invalid_input', 'The step uses no connection.', 'Save it as a node instead.');
}

function stepOf(
  { graph, view }: RunData,
  id: string | undefined,
): { view: StepView; node: FlowNode } {
  const step = id !== undefined && Object.hasOwn(view.steps, id) ? view.steps[id] : undefined;
  const node = step && graph.nodes[step.node];
  if (step && node) return { view: step, node };
  return fail('not_found', 'There is no such step in the run.', 'Choose one that ran.');
}

const LEAVING: ReadonlySet<string> = new Set(['action', 'call']);

/** Everything that left the house becomes a stand-in, pass by pass of a loop. */
function mocksOf({ graph, view }: RunData): TestDraft['mocks'] {
  const mocks: TestDraft['mocks'] = {};
  for (const step of Object.values(view.steps)) {
    const kind = graph.nodes[step.node]?.kind;
    const mock = kind && LEAVING.has(kind) ? mockOf(step) : undefined;
    if (mock) mocks[step.id] = mock;
  }
  return mocks;
}

/** A step that left the house is not performed again when it is tested alone. */
function mockAlone(view: StepView, { id, kind }: FlowNode): TestDraft['mocks'] {
  const mock = LEAVING.has(kind) ? mockOf(view) : undefined;
  return mock ? { [id]: mock } : {};
}

function mockOf({ status, output, port, problem }: StepView): Mock | undefined {
  if (status === 'done')
    return { output: valueOf(output) ?? null, port: port === 'out' ? undefined : port };
  return problem && { error: { message: problem.message.slice(0, 2000), code: problem.code } };
}

/** Runs the masked test once and expects what it gave. */
async function withExpectations(
  parts: TestingParts,
  { data, step }: { data: RunData; step?: string },
  draft: TestDraft,
): Promise<TestDraft> {
  const { graph } = data;
  if (draft.scope.kind === 'action') return { ...draft, checks: schemaCheck(data, step) };
  const facts = await play(parts, { graph, offline: true }, draft);
  const sent = sentChecks(graph, draft, facts);
  if (facts.outcome === 'failed') {
    const code = isObject(facts.problem) ? facts.problem.code : 'internal';
    return {
      ...draft,
      outcome: 'failed',
      checks: [{ kind: 'includes', of: 'problem', value: { code: code ?? null } }, ...sent],
    };
  }
  return {
    ...draft,
    checks: [{ kind: 'equals', of: 'output', value: facts.output ?? null }, ...sent],
  };
}

/** What each mocked step was sent: a mapping that breaks is seen there, not in the output. */
function sentChecks(
  graph: RunData['graph'],
  { mocks, scope }: TestDraft,
  { steps, input: own }: Facts,
): TestDraft['checks'] {
  const keys = new Set(
    Object.keys(mocks).flatMap((id) => graph.nodes[id.split('.').at(-1) ?? '']?.key ?? []),
  );
  const isAlone = scope.kind === 'node';
  return [...keys].flatMap((key) => {
    const value = isAlone ? own : steps[key]?.input;
    const of = isAlone ? 'input' : `steps.${key}.input`;
    return value === undefined ? [] : [{ kind: 'equals' as const, of, value }];
  });
}

/** What a live system answers differs each time; its shape should not. */
function schemaCheck(data: RunData, step: string | undefined): TestDraft['checks'] {
  const output = valueOf(stepOf(data, step).view.output);
  return output === undefined ? [] : [{ kind: 'schema', of: 'output', schema: schemaOf(output) }];
}
