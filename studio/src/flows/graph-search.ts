import { expressionsOf, type FlowGraph, type FlowNode } from '@patchbay/shared/flows';

/** What holds the words looked for, and where. */
export interface Found {
  /** Absent for a variable: that is no node. */
  node?: string;
  title: string;
  /** `Title`, `Key`, `Expression`, `Notes`, `Setting`, `Variable`. */
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
  for (const thing of thingsOf(graph)) {
    const hit = thing.texts().find(([, text]) => text.toLowerCase().includes(needle));
    if (!hit) continue;
    const [where, text] = hit;
    found.push({ node: thing.node, title: thing.title, where, excerpt: cut(text, needle) });
    if (found.length >= MOST) break;
  }
  return found;
}

type Text = [where: string, text: string];

function thingsOf(graph: FlowGraph): { node?: string; title: string; texts: () => Text[] }[] {
  const nodes = Object.values(graph.nodes).map((node) => ({
    node: node.id,
    title: node.title,
    texts: () => textsOf(node),
  }));
  const vars = Object.entries(graph.vars).map(([name, value]) => ({
    title: `vars.${name}`,
    texts: (): Text[] => [
      ['Variable', name],
      ['Variable', JSON.stringify(value)],
    ],
  }));
  return [...nodes, ...vars];
}

function textsOf(node: FlowNode): Text[] {
  return [
    ['Title', node.title],
    ['Key', node.key],
    ...expressionsOf(node).map(({ text }): Text => ['Expression', text]),
    ['Notes', node.settings.notes ?? ''],
    ...leavesOf(node.config).map((text): Text => ['Setting', text]),
  ];
}

/** The values of a configuration, each as a person typed or chose it. */
function leavesOf(value: unknown): string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  return Object.values(value).flatMap(leavesOf);
}

function cut(text: string, needle: string): string {
  const at = text.toLowerCase().indexOf(needle);
  const start = Math.max(0, at - AROUND);
  const end = at + needle.length + AROUND;
  const piece = text.slice(start, end).replace(/\s+/g, ' ');
  return `${start > 0 ? '…' : ''}${piece}${end < text.length ? '…' : ''}`;
}
