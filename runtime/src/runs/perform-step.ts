import { callAction, type Watch } from '@patchbay/connectors/sdk';
import {
  fail,
  isObject,
  newId,
  problem,
  ProblemError,
  toProblem,
  type Json,
  type Problem,
} from '@patchbay/shared/base';
import {
  expressionsOf,
  type ExpressionField,
  type FlowGraph,
  type FlowNode,
  type NodeOf,
} from '@patchbay/shared/flows';
import { goneSources, missingReference, type Evaluation } from '@patchbay/shared/mapping';
import type { RunScript } from '@patchbay/shared/runs';

import { openCall, type CredentialParts } from '#connections';
import { planOf, type Plan, type StepCall, type StepOutcome } from '#engine';
import { evaluateWith, type Evaluate, type Surroundings } from '#mapping';
import { loadVersion } from '#versions';

import { callFlow } from './call-flow.ts';
import type { Performer } from './run-life.ts';
import type { RunRow } from './run-rows.ts';
import type { RunStore } from './run-store.ts';
import { beforeInput, evaluateAt, insteadOf } from './scripted-step.ts';
import { scriptOf } from './scripts.ts';
import { stepDocument } from './step-document.ts';
import { waitUntil } from './wait-until.ts';

export interface PerformParts {
  store: RunStore;
  credentials: CredentialParts;
  evaluate: Evaluate;
  clock: () => number;
  wake(run: string): void;
}

/** How a kind of node is performed once its expressions are evaluated. */
type Kind = (parts: PerformParts, work: Work) => StepOutcome | Promise<StepOutcome>;

type WatchedCall = StepCall & { watch?: Watch };

/** How a node is tried out; `run` when several are tried as one. */
export interface Trial {
  script?: RunScript;
  watch?: Watch;
  run?: RunRow;
}

interface Work {
  run: RunRow;
  call: WatchedCall;
  /** What the node's expressions gave, in their order; `null` stands for nothing. */
  values: Json[];
  /** What its expressions see. */
  document: () => Json;
}

const done = (output: Json, port = 'out'): StepOutcome => ({ kind: 'done', port, output });

const kinds: Partial<Record<FlowNode['kind'], Kind>> = {
  map: (_parts, { values }) => done(values[0] ?? null),
  choice: (_parts, { call, values }) => choose(call.node as NodeOf<'choice'>, values),
  loop: async (_parts, { call, values }) => {
    const items = listOf(values[0] ?? null);
    if (call.input === undefined) await call.begin(items);
    return done(items);
  },
  wait: ({ clock }, { call, values }) => ({
    kind: 'waiting',
    until: waitUntil((call.node as NodeOf<'wait'>).config.mode, values[0] ?? null, clock()),
  }),
  respond: (_parts, { values }) => ({
    kind: 'done',
    port: 'out',
    output: values[0] ?? null,
    response: values[0] ?? null,
  }),
  fail: (_parts, { values }) => ({ kind: 'failed', problem: failure(values[0] ?? null) }),
  call: (parts, work) => callFlow(parts, { ...work, input: work.values[0] ?? null }),
  action: async (parts, { run, call, values, document }) => {
    const input = values[0] ?? null;
    if (call.input === undefined) await call.begin(input);
    try {
      return done(await act(parts, { run, call, input }));
    } catch (error) {
      throw withSources(error, call.node as NodeOf<'action'>, document);
    }
  },
};

/** Evaluates a step's mapping and does what its kind asks. */
export class StepPerformer implements Performer {
  private readonly parts: PerformParts;

  constructor(parts: PerformParts) {
    this.parts = parts;
  }

  async perform(run: RunRow, call: StepCall): Promise<StepOutcome> {
    const version = await loadVersion(this.parts.store.db.query, run.version_id);
    return this.performIn(planOf(version.graph), run, call);
  }

  /** Performs a node outside of any stored run: nothing is journaled, and no flow can be called. */
  tryOut(
    graph: FlowGraph,
    call: StepCall,
    { script, watch, run = this.looseRun(script) }: Trial,
  ): Promise<StepOutcome> {
    return this.performIn(planOf(graph), run, { ...call, watch });
  }

  /** A run that is in no table. Its script may fix the clock; then expressions see a fixed id too. */
  looseRun(script?: RunScript): RunRow {
    const origin = newId(this.parts.clock());
    const now = script?.at ?? this.parts.clock();
    const id = script?.at === undefined ? origin : 'test';
    const row = { id, origin, flow_id: '', created_at: now, version_number: null };
    const text = script ? JSON.stringify(script) : null;
    return { ...row, depth: Infinity, script: text } as RunRow;
  }

  private async performIn(plan: Plan, run: RunRow, call: WatchedCall): Promise<StepOutcome> {
    try {
      const kind = kinds[call.node.kind];
      if (!kind)
        fail(
          'invalid_input',
          `"${call.node.title}" can't be run by itself.`,
          'Run the flow instead.',
        );
      const script = scriptOf(run);
      const early = script && beforeInput(script, call);
      if (early) return early;
      const values = await this.valuesFor(plan, run, call);
      const instead = script && insteadOf(script, call);
      const document = (): Json => stepDocument(plan, run, call);
      if (!instead) return await kind(this.parts, { run, call, values, document });
      if (call.input === undefined) await call.begin(values[0] ?? null);
      return instead;
    } catch (error) {
      if (error instanceof ProblemError || !call.signal.aborted)
        return { kind: 'failed', problem: at(toProblem(error), call.node) };
      throw error;
    }
  }

  private async valuesFor(plan: Plan, run: RunRow, call: StepCall): Promise<Json[]> {
    if (call.input !== undefined) return [call.input];
    if (call.child !== undefined) return [];
    const fields = expressionsOf(call.node);
    const constants = fields.map(({ text }) => literalOf(text));
    if (constants.every((c) => c !== undefined)) return constants.map((c) => c.value);
    const document = stepDocument(plan, run, call);
    const results = await this.evaluate(
      fields.map((f) => f.text),
      { document, functions: plan.graph.functions },
      scriptOf(run)?.at,
    );
    return fields.map((field, i) => valueOf(results[i] ?? { ok: true }, field, document));
  }

  private evaluate(
    texts: string[],
    around: Surroundings,
    time: number | undefined,
  ): Promise<Evaluation[]> {
    const { evaluate } = this.parts;
    return time === undefined
      ? evaluateWith(evaluate, texts, around)
      : evaluateAt(evaluate, texts, { ...around, time });
  }
}

const literals = new Map<string, { value: Json } | undefined>();

/** JSON is valid JSONata with the same meaning, so a literal needs no evaluator. */
function literalOf(text: string): { value: Json } | undefined {
  if (literals.has(text)) return literals.get(text);
  if (literals.size > 5000) literals.clear();
  let literal: { value: Json } | undefined;
  try {
    literal = { value: JSON.parse(text) as Json };
  } catch {
    literal = undefined;
  }
  literals.set(text, literal);
  return literal;
}

/** A reference to nothing is an error; a condition that asks for one is just not true. */
function valueOf(result: Evaluation, { field, text }: ExpressionField, document: Json): Json {
  if (result.ok && result.value !== undefined) return result.value;
  const isAsking = field.startsWith('cases.');
  const why = !result.ok ? result.problem : isAsking ? undefined : missingReference(text, document);
  if (!why) return null;
  throw new ProblemError({ ...why, at: { ...why.at, field } });
}

function at(why: Problem, node: FlowNode): Problem {
  return { ...why, at: { ...why.at, node: node.id } };
}

function choose(node: NodeOf<'choice'>, values: Json[]): StepOutcome {
  const index = values.findIndex(isTrue);
  const taken = node.config.cases[index];
  return done({ case: taken?.label ?? 'else' }, taken?.id ?? 'else');
}

/** Truth as JSONata has it: empty text, list and object are false. */
function isTrue(value: Json): boolean {
  if (Array.isArray(value)) return value.some(isTrue);
  if (isObject(value)) return Object.keys(value).length > 0;
  return Boolean(value);
}

/** JSONata gives a list of one as the one; nothing is an empty list. */
function listOf(value: Json): Json[] {
  if (Array.isArray(value)) return value;
  return value === null ? [] : [value];
}

function failure(value: Json): Problem {
  const { message, hint } = isObject(value) ? value : { message: value, hint: undefined };
  const text = typeof message === 'string' ? message : JSON.stringify(message);
  return problem(
    'flow_failed',
    text,
    typeof hint === 'string' ? hint : 'Look at what led to this step.',
  );
}

/** A field that was refused because it is missing, with what it was to be made from. */
function withSources(error: unknown, { input }: NodeOf<'action'>, document: () => Json): unknown {
  const field = error instanceof ProblemError ? error.problem.at?.field : undefined;
  if (!(error instanceof ProblemError) || error.problem.code !== 'invalid_input' || !field)
    return error;
  const gone = goneSources(input, field, document());
  if (gone.length === 0) return error;
  const { message } = error.problem;
  return new ProblemError({
    ...error.problem,
    message: `${message} It is made from ${gone.join(', ')}, which this run has not.`,
    hint: 'Look at what the step before gave, or give the field something to fall back on.',
  });
}

async function act(
  { credentials }: PerformParts,
  { run, call, input }: { run: RunRow; call: WatchedCall; input: Json },
): Promise<Json> {
  const node = call.node as NodeOf<'action'>;
  const { signal, watch } = call;
  const { connector: id, version, action, connection } = node.config;
  const idempotencyKey = `${run.origin}.${call.step}`;
  const ask = { connector: id, version, connection, input, signal, watch, idempotencyKey };
  const { connector, ctx, guard } = await openCall(credentials, ask);
  return guard(callAction(connector, action, ctx));
}
