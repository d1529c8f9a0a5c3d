import {
  hasInput,
  portsOf,
  wire,
  type FlowEdge,
  type FlowGraph,
  type FlowNode,
} from '@patchbay/shared/flows';

import { connect, goTo, graphOf, leadElsewhere, select, selectionOf } from './editor-commands.ts';
import type { Editor } from './editor-session.ts';
import { connectAtom, sayAtom } from './editor.atoms.ts';
import { canConnect } from './graph-connect.ts';
import { freePort } from './graph-place.ts';
import { absoluteOf, foldedAbove } from './node-geometry.ts';

/** Starts drawing a wire from the selected node by keyboard. */
export function beginConnect(editor: Editor): void {
  const graph = graphOf(editor);
  const { nodes, edges } = selectionOf(editor);
  const old = nodes.length === 0 ? graph.edges[edges[0] ?? ''] : undefined;
  if (old) return beginLeading(editor, old);
  const node = graph.nodes[nodes[0] ?? ''];
  const port = node && (freePort(graph, node) ?? portsOf(node)[0]?.id);
  if (!node || !port) return editor.store.set(sayAtom, 'Select a step with an exit first.');
  editor.store.set(connectAtom, { from: node.id, port, to: targetsOf(graph, node, port)[0]?.id });
  tell(editor);
}

/** A selected wire keeps its exit until another is chosen, and gets another end. */
function beginLeading(editor: Editor, { id, from, port }: FlowEdge): void {
  const graph = graphOf(editor);
  const node = graph.nodes[from];
  if (!node) return;
  editor.store.set(connectAtom, {
    from,
    port,
    to: targetsOf(graph, node, port)[0]?.id,
    instead: id,
  });
  tell(editor);
}

/** Up and down choose the exit, left and right the target. */
export function turnConnect(editor: Editor, way: 'left' | 'right' | 'up' | 'down'): void {
  const now = editor.store.get(connectAtom);
  const graph = graphOf(editor);
  const node = now && graph.nodes[now.from];
  if (!now || !node) return;
  const step = way === 'right' || way === 'down' ? 1 : -1;
  if (way === 'up' || way === 'down') {
    const ports = portsOf(node).map((port) => port.id);
    const port = ports[(ports.indexOf(now.port) + step + ports.length) % ports.length] ?? now.port;
    editor.store.set(connectAtom, { ...now, port, to: targetsOf(graph, node, port)[0]?.id });
  } else {
    const targets = targetsOf(graph, node, now.port).map((one) => one.id);
    const at = targets.indexOf(now.to ?? '');
    editor.store.set(connectAtom, {
      ...now,
      to: targets[(at + step + targets.length) % targets.length],
    });
  }
  tell(editor);
}

export function addConnection(editor: Editor): void {
  const now = editor.store.get(connectAtom);
  editor.store.set(connectAtom, undefined);
  if (!now?.to) return;
  if (now.instead) leadElsewhere(editor, now.instead, wire(now.from, now.port, now.to));
  else connect(editor, { node: now.from, port: now.port }, now.to);
  goTo(editor, now.to);
}

export function cancelConnect(editor: Editor): void {
  const now = editor.store.get(connectAtom);
  editor.store.set(connectAtom, undefined);
  if (now) select(editor.store, [now.from]);
}

/** Where a wire from this exit may lead, the nearest to the right first. */
function targetsOf(graph: FlowGraph, from: FlowNode, port: string): FlowNode[] {
  const here = absoluteOf(graph, from);
  const far = (node: FlowNode): number => {
    const there = absoluteOf(graph, node);
    const behind = there.x < here.x ? 100_000 : 0;
    return behind + Math.abs(there.x - here.x) + Math.abs(there.y - here.y);
  };
  return Object.values(graph.nodes)
    .filter((node) => hasInput(node) && !foldedAbove(graph, node))
    .filter((node) => canConnect(graph, { from: from.id, port, to: node.id }))
    .toSorted((a, b) => far(a) - far(b));
}

function tell(editor: Editor): void {
  const now = editor.store.get(connectAtom);
  const graph = graphOf(editor);
  const node = now && graph.nodes[now.from];
  if (!now || !node) return;
  const port = portsOf(node).find((one) => one.id === now.port);
  const target = now.to ? graph.nodes[now.to]?.title : 'no step that can take it';
  editor.store.set(
    sayAtom,
    `Connect ${port?.label || 'exit'} of ${node.title} to ${target}. Enter draws, Escape leaves.`,
  );
  select(editor.store, now.to ? [now.from, now.to] : [now.from]);
}
