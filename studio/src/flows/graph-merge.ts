import type { FlowEdit } from '@patchbay/shared/flows';

/** True when the edit names nothing. */
export function isEmptyEdit(edit: FlowEdit): boolean {
  return [edit.nodes, edit.edges, edit.vars].every((part) => Object.keys(part ?? {}).length === 0);
}

/** One edit that does what `first` and then `second` do. */
export function overlayEdit(first: FlowEdit, second: FlowEdit): FlowEdit {
  return {
    label: second.label,
    nodes: { ...first.nodes, ...second.nodes },
    edges: { ...first.edges, ...second.edges },
    vars: { ...first.vars, ...second.vars },
  };
}

/** Several edits as one, under one label. */
export function joinEdits(label: string, edits: FlowEdit[]): FlowEdit {
  return { ...edits.reduce(overlayEdit, { label }), label };
}

/** The edit without what `keys` (`node:x`, `edge:y`, `var:z`) names. */
export function withoutKeys(edit: FlowEdit, keys: ReadonlySet<string>): FlowEdit {
  const keep = <T>(prefix: string, part: Record<string, T> | undefined) =>
    part && Object.fromEntries(Object.entries(part).filter(([id]) => !keys.has(`${prefix}:${id}`)));
  return {
    label: edit.label,
    nodes: keep('node', edit.nodes),
    edges: keep('edge', edit.edges),
    vars: keep('var', edit.vars),
  };
}
