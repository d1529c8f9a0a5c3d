import { wire } from './edits.ts';
import type { FlowGraph } from './graph.ts';
import { nodeSchema, type FlowNode, type NodeKind } from './node.ts';

/** A node in few words; id, key and title are its name. */
export interface NodeDrawing {
  kind: NodeKind;
  [more: string]: unknown;
}

/**
 * A graph in few words: nodes by name, wires as `from>to` or `from:port>to`.
 * @example drawGraph({ start: { kind: 'manual' }, end: { kind: 'map', input: '1' } }, ['start>end'])
 */
export function drawGraph(
  nodes: Record<string, NodeDrawing>,
  wires: string[],
  vars: FlowGraph['vars'] = {},
): FlowGraph {
  const edges = wires.map((text) => {
    const [source = '', to = ''] = text.split('>');
    const [from = '', port = 'out'] = source.split(':');
    return wire(from, port, to);
  });
  return {
    nodes: Object.fromEntries(Object.entries(nodes).map(([id, of]) => [id, nodeOf(id, of)])),
    edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
    vars,
  };
}

function nodeOf(id: string, drawing: NodeDrawing): FlowNode {
  const position = { x: 0, y: 0 };
  return nodeSchema.parse({ id, key: id, title: id, position, config: {}, ...drawing });
}
