import type { FlowEdge, FlowGraph, FlowNode } from '@patchbay/shared/flows';
import fc from 'fast-check';

/** What the property test draws: kinds and wires as small numbers, so that shrinking works. */
interface Drawing {
  kinds: number[];
  wires: [number, number, number][];
  bodies: number[];
}

const drawing: fc.Arbitrary<Drawing> = fc.record({
  kinds: fc.array(fc.nat(7), { minLength: 1, maxLength: 9 }),
  wires: fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(3)), { maxLength: 16 }),
  bodies: fc.array(fc.nat(8), { maxLength: 9 }),
});

/** Sound graphs: one trigger, every node reachable by some wire, no circle, loops with bodies. */
export const randomGraph: fc.Arbitrary<FlowGraph> = drawing.map(draw);

const common = { title: 'x', position: { x: 0, y: 0 }, settings: {} };
const retry = {
  attempts: 3,
  backoff: 'constant' as const,
  delayMs: 5000,
  maxDelayMs: 5000,
  jitter: false,
};

function nodeOf(kind: number, id: string, parent?: string): FlowNode {
  const base = { ...common, id, key: id, parent };
  switch (kind) {
    case 0:
      return {
        ...base,
        kind: 'choice',
        config: { cases: [{ id: 'yes', label: 'Yes', when: 'true' }] },
      };
    case 1:
      return { ...base, kind: 'join', config: { mode: 'all' } };
    case 2:
      return { ...base, kind: 'join', config: { mode: 'any' } };
    case 3:
      return { ...base, kind: 'wait', config: { mode: 'for' }, input: '5' };
    case 4:
      return {
        ...base,
        kind: 'loop',
        config: { concurrency: 2, onItemError: 'collect' },
        input: '[1,2,3]',
      };
    case 5:
      return {
        ...base,
        kind: 'action',
        config: { connector: 'x', version: '1.0.0', action: 'y' },
        input: '{}',
        settings: { retry },
      };
    default:
      return { ...base, kind: 'map', config: {}, input: '{}' };
  }
}

function draw({ kinds, wires, bodies }: Drawing): FlowGraph {
  const start: FlowNode = { ...common, id: 'start', key: 'start', kind: 'manual', config: {} };
  const row = [start, ...kinds.map((kind, i) => nodeOf(kind, `n${i}`))];
  const inside = row.flatMap((n, i) =>
    n.kind === 'loop' ? bodyOf(n.id, bodies.slice(0, 1 + (i % 3))) : [],
  );
  const edges = new Map<string, FlowEdge>();
  const connect = (from: FlowNode, to: FlowNode, port: number): void => {
    const exit = exitOf(from, port);
    edges.set(`${from.id}-${exit}-${to.id}`, {
      id: `${from.id}-${exit}-${to.id}`,
      from: from.id,
      port: exit,
      to: to.id,
    });
  };
  row.forEach((node, i) => {
    const previous = row[Math.floor(i / 2)];
    if (i > 0 && previous) connect(previous, node, i);
  });
  for (const [a, b, port] of wires) {
    const [from, to] = [row[a % row.length], row[b % row.length]];
    if (from && to && a % row.length < b % row.length) connect(from, to, port);
  }
  const nodes = [...row, ...inside];
  return {
    nodes: Object.fromEntries(nodes.map((n) => [n.id, n])),
    edges: Object.fromEntries(edges),
    vars: {},
  };
}

function exitOf(from: FlowNode, port: number): string {
  if (from.kind === 'manual') return 'out';
  if (from.kind === 'choice') return port % 2 ? 'yes' : 'else';
  return port === 3 ? 'error' : 'out';
}

function bodyOf(loop: string, kinds: number[]): FlowNode[] {
  return [7, ...kinds].map((kind, i) => nodeOf(kind === 4 ? 5 : kind, `${loop}b${i}`, loop));
}
