import type { FlowEdit, FlowGraph } from '@patchbay/shared/flows';

type Parts<T> = Record<string, T | null>;

function towards<T>(now: Record<string, T>, then: Record<string, T>): Parts<T> | undefined {
  const changes: Parts<T> = {};
  for (const key of Object.keys(now)) if (!(key in then)) changes[key] = null;
  for (const [key, value] of Object.entries(then)) {
    if (JSON.stringify(now[key]) !== JSON.stringify(value)) changes[key] = value;
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** The edit that makes the draft equal to a version; undefined when it is already. */
export function restoreEdit(
  draft: FlowGraph,
  version: { number: number; graph: FlowGraph },
): FlowEdit | undefined {
  const nodes = towards(draft.nodes, version.graph.nodes);
  const edges = towards(draft.edges, version.graph.edges);
  const vars = towards<unknown>(draft.vars, version.graph.vars);
  if (!nodes && !edges && !vars) return undefined;
  return { label: `Restore version ${version.number}`, nodes, edges, vars };
}
