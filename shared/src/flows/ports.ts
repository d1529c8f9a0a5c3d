import { isDecoration, isTrigger, type FlowNode } from './node.ts';

/** A place where a wire can leave a node. */
export interface Port {
  id: string;
  label: string;
  /** `error` ports are drawn apart; `item` leads into a loop's body. */
  kind: 'main' | 'error' | 'item';
}

const OUT: Port = { id: 'out', label: '', kind: 'main' };
const ERROR: Port = { id: 'error', label: 'On error', kind: 'error' };

/** The ports wires may leave by, in the order they are drawn. */
export function portsOf(node: FlowNode): Port[] {
  if (isDecoration(node)) return [];
  if (isTrigger(node)) return [OUT];
  switch (node.kind) {
    case 'choice':
      return [
        ...node.config.cases.map((c): Port => ({ id: c.id, label: c.label, kind: 'main' })),
        { id: 'else', label: 'Otherwise', kind: 'main' },
        ERROR,
      ];
    case 'loop':
      return [{ id: 'item', label: 'Each item', kind: 'item' }, { ...OUT, label: 'Done' }, ERROR];
    case 'fail':
      return [];
    default:
      return [OUT, ERROR];
  }
}

/** True when wires may arrive at this node. */
export function hasInput(node: FlowNode): boolean {
  return !isTrigger(node) && !isDecoration(node);
}
