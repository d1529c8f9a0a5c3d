import type { Json, JsonObject, Payload } from '@patchbay/shared/base';
import { expressionsOf, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';
import { referencesOf } from '@patchbay/shared/mapping';
import { iterationOf, type RunView, type StepView } from '@patchbay/shared/runs';

/** What a step's expressions saw in a run, as far as the journal has it in place. */
export interface StepReads {
  /** The expressions themselves; `label` where there are several. */
  expressions: { label?: string; text: string }[];
  /** The parts of `{ trigger, steps, item, index, vars }` they name. */
  document: JsonObject;
  /** Parts that are kept aside because they are large. */
  large: string[];
}

interface Place {
  graph: FlowGraph;
  view: RunView;
  step: StepView;
  /** What the run was started with. */
  input: Payload | undefined;
}

/** Undefined for a step that has no expression. */
export function stepReads(place: Place): StepReads | undefined {
  const node = place.graph.nodes[place.step.node];
  if (!node) return undefined;
  const expressions = expressionsOf(node);
  if (expressions.length === 0) return undefined;
  const reads: StepReads = { expressions: labelled(node), document: {}, large: [] };
  const found = expressions.map(({ text }) => referencesOf(text));
  const whole = found.some((one) => one.whole);
  const reader = new Reader(place, reads);
  const roots = new Set(found.flatMap(({ roots: names }) => [...names]));
  const keys = new Set(found.flatMap(({ steps }) => [...steps]));
  if (whole || roots.has('trigger')) reader.put('trigger', place.input);
  reader.readSteps(whole ? undefined : keys);
  if (whole || roots.has('item') || roots.has('index')) reader.readItem(roots, whole);
  if (whole || roots.has('vars')) reads.document.vars = place.graph.vars as JsonObject;
  return reads;
}

function labelled(node: FlowNode): StepReads['expressions'] {
  if (node.kind !== 'choice') return expressionsOf(node).map(({ text }) => ({ text }));
  return node.config.cases.map(({ label, when }) => ({
    label: label || 'Unnamed case',
    text: when,
  }));
}

class Reader {
  private readonly place: Place;
  private readonly reads: StepReads;

  constructor(place: Place, reads: StepReads) {
    this.place = place;
    this.reads = reads;
  }

  /** A value of the document; of a large one only its name. */
  put(name: 'trigger' | 'item', payload: Payload | undefined): void {
    if (payload && 'value' in payload) this.reads.document[name] = payload.value;
    else if (payload) this.reads.large.push(name);
  }

  /** The outputs of the named steps; without names, of all it could see. */
  readSteps(keys: Set<string> | undefined): void {
    const outputs: Record<string, Json> = {};
    for (const node of Object.values(this.place.graph.nodes)) {
      if (keys && !keys.has(node.key)) continue;
      const output = this.seen(node.id)?.output;
      if (!output) continue;
      if ('value' in output) outputs[node.key] = output.value;
      else this.reads.large.push(`steps.${node.key}`);
    }
    if (Object.keys(outputs).length > 0) this.reads.document.steps = outputs;
  }

  /** A step is seen in its own pass through the loop first, then in those around it. */
  private seen(node: string): StepView | undefined {
    const { view, step } = this.place;
    const parts = step.id.split('.').slice(0, -1);
    for (let depth = parts.length; depth >= 0; depth -= 2) {
      const found = view.steps[[...parts.slice(0, depth), node].join('.')];
      if (found && found.startedAt <= step.startedAt && found.id !== step.id) return found;
    }
    return undefined;
  }

  /** The item of the innermost loop around the step. */
  readItem(roots: Set<string>, whole: boolean): void {
    const { view, step } = this.place;
    const index = iterationOf(step.id).at(-1);
    if (index === undefined) return;
    const list = view.steps[step.id.split('.').slice(0, -2).join('.')]?.input;
    if (whole || roots.has('item')) this.put('item', itemOf(list, index));
    if (whole || roots.has('index')) this.reads.document.index = index;
  }
}

function itemOf(list: Payload | undefined, index: number): Payload | undefined {
  if (!list || !('value' in list)) return list;
  const items = list.value;
  return Array.isArray(items) && index in items ? { value: items[index] ?? null } : undefined;
}
