import { z } from 'zod';

import {
  edgeSchema,
  standsUnderItsId,
  UNDER_ITS_ID,
  type FlowEdge,
  type FlowGraph,
} from './graph.ts';
import { nodeSchema, type FlowNode } from './node.ts';

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);

/**
 * One change to a graph: what each named node, wire or variable is afterwards (null: gone).
 * Whole values instead of fine-grained operations make the inverse, the merge of two people's
 * work and the audit entry one-liners.
 */
export const flowEditSchema = z.object({
  /** What the person did, for the undo list: "Move 3 nodes". */
  label: z.string().max(200),
  nodes: z.record(id, nodeSchema.nullable()).refine(standsUnderItsId, UNDER_ITS_ID).optional(),
  edges: z.record(id, edgeSchema.nullable()).refine(standsUnderItsId, UNDER_ITS_ID).optional(),
  vars: z.record(z.string(), z.any()).optional(),
});
export type FlowEdit = z.infer<typeof flowEditSchema>;

function patch<T>(
  target: Record<string, T>,
  changes: Record<string, T | null> | undefined,
): Record<string, T> {
  if (!changes) return target;
  const next = { ...target };
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined) delete next[key];
    else next[key] = value;
  }
  return next;
}

function before<T>(
  target: Record<string, T>,
  changes: Record<string, unknown> | undefined,
): Record<string, T | null> | undefined {
  if (!changes) return undefined;
  return Object.fromEntries(Object.keys(changes).map((key) => [key, target[key] ?? null]));
}

/** The graph after the edit; what the edit does not name is shared, not copied. */
export function applyEdit(graph: FlowGraph, edit: FlowEdit): FlowGraph {
  return {
    nodes: patch<FlowNode>(graph.nodes, edit.nodes),
    edges: patch<FlowEdge>(graph.edges, edit.edges),
    vars: patch(graph.vars, edit.vars),
  };
}

/** The edit that takes `edit` back; `graph` is the graph before it. */
export function invertEdit(graph: FlowGraph, edit: FlowEdit): FlowEdit {
  return {
    label: edit.label,
    nodes: before(graph.nodes, edit.nodes),
    edges: before(graph.edges, edit.edges),
    vars: before(graph.vars, edit.vars),
  };
}

/** Every id an edit names, as `node:x`, `edge:y`, `var:z`. */
export function touchedBy(edit: FlowEdit): string[] {
  return [
    ...Object.keys(edit.nodes ?? {}).map((key) => `node:${key}`),
    ...Object.keys(edit.edges ?? {}).map((key) => `edge:${key}`),
    ...Object.keys(edit.vars ?? {}).map((key) => `var:${key}`),
  ];
}

/** What both lists of edits changed: empty means one can follow the other and nothing is lost. */
export function overlap(ours: FlowEdit[], theirs: FlowEdit[]): string[] {
  const mine = new Set(ours.flatMap(touchedBy));
  return [...new Set(theirs.flatMap(touchedBy))].filter((key) => mine.has(key));
}
