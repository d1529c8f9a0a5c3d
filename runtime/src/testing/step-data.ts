import type { Json, JsonObject, Payload } from '@patchbay/shared/base';
import { Ancestry, isTrigger, loopOf, type FlowGraph } from '@patchbay/shared/flows';
import type { RunView } from '@patchbay/shared/runs';

/** A run with its values loaded. */
export interface RunData {
  graph: FlowGraph;
  view: RunView;
  payload: Json;
}

/** The document that a step's expressions saw, as far as the journal tells. */
export function documentOf({ graph, view, payload }: RunData, step: string): JsonObject {
  const node = graph.nodes[step.split('.').at(-1) ?? ''];
  if (!node) return { trigger: payload };
  const prefix = step.slice(0, step.lastIndexOf('.') + 1);
  const steps: JsonObject = {};
  for (const id of new Ancestry(graph).all(node.id)) {
    const before = graph.nodes[id];
    if (!before || isTrigger(before)) continue;
    const output = valueOf(nearest(view, prefix, id)?.output);
    if (output !== undefined) steps[before.key] = output;
  }
  const vars = graph.vars as JsonObject;
  return { trigger: payload, steps, vars, ...itemOf({ graph, view, payload }, step) };
}

/** The item and its index that the innermost loop around a step was at. */
function itemOf({ graph, view }: RunData, step: string): JsonObject {
  const parts = step.split('.');
  const node = graph.nodes[parts.at(-1) ?? ''];
  if (parts.length < 3 || !node || loopOf(graph, node) === undefined) return {};
  const index = Number(parts.at(-2));
  const list = valueOf(view.steps[parts.slice(0, -2).join('.')]?.input);
  const item = Array.isArray(list) ? list[index] : undefined;
  return item === undefined ? { index } : { index, item };
}

/** A step is looked for in the same pass of a loop first, then further out. */
function nearest(view: RunView, prefix: string, id: string): RunView['steps'][string] | undefined {
  for (let here = prefix; ; here = outer(here)) {
    const found = view.steps[here + id];
    if (found || here === '') return found;
  }
}

function outer(prefix: string): string {
  const parts = prefix.split('.').slice(0, -3);
  return parts.length === 0 ? '' : `${parts.join('.')}.`;
}

export function valueOf(payload: Payload | undefined): Json | undefined {
  return payload && 'value' in payload ? payload.value : undefined;
}
