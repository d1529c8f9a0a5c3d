import { expressionsOf, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';

/** A node that holds the words looked for, and where. */
export interface Found {
  node: string;
  title: string;
  /** `Title`, `Key`, `Expression`, `Notes`, `Setting`. */
  where: string;
  excerpt: string;
}

const AROUND = 32;
const MOST = 200;

/** Searches everything a person can see or type in a flow, ignoring case. */
export function searchGraph(graph: FlowGraph, words: string): Found[] {
  const needle = words.trim().toLowerCase();
  if (needle === '') return [];
  const found: Found[] = [];
  for (const node of Object.values(graph.nodes)) {
    const hit = textsOf(node).find(([, text]) => text.toLowerCase().includes(needle));
    if (hit)
      found.push({ node: node.id, title: node.title, where: hit[0], excerpt: cut(hit[1], needle) });
    if (found.length >= MOST) break;
  }
  return found;
}

function textsOf(node: FlowNode): [where: string, text: string][] {
  return [
    ['Title', node.title],
    ['Key', node.key],
    ...expressionsOf(node).map(({ text }): [string, string] => ['Expression', text]),
    ['Notes', node.settings.notes ?? ''],
    ['Setting', node.kind === 'note' ? node.config.text : JSON.stringify(node.config)],
  ];
}

function cut(text: string, needle: string): string {
  const at = text.toLowerCase().indexOf(needle);
  const start = Math.max(0, at - AROUND);
  const end = at + needle.length + AROUND;
  const piece = text.slice(start, end).replace(/\s+/g, ' ');
  return `${start > 0 ? '…' : ''}${piece}${end < text.length ? '…' : ''}`;
}
