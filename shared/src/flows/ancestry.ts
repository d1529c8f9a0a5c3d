import type { FlowGraph } from './graph.ts';
import { loopOf } from './levels.ts';

/**
 * Which steps ran before a node when it starts: those upstream in its level, and for a loop's body
 * also what is upstream of the loop. Expressions may name only these. Asked one by one and searched
 * from the node upwards, because most expressions name a near neighbour and flows may be long.
 */
export class Ancestry {
  private readonly sources = new Map<string, string[]>();
  private readonly loops = new Map<string, string>();

  constructor(graph: FlowGraph) {
    for (const node of Object.values(graph.nodes)) {
      const loop = loopOf(graph, node);
      if (loop !== undefined) this.loops.set(node.id, loop);
    }
    for (const { from, to } of Object.values(graph.edges)) {
      if (this.loops.get(from) !== this.loops.get(to)) continue;
      const known = this.sources.get(to);
      if (known) known.push(from);
      else this.sources.set(to, [from]);
    }
  }

  /** True when `step` ran before `node` starts. */
  has(node: string, step: string): boolean {
    for (const id of this.walk(node)) if (id === step) return true;
    return false;
  }

  /** Ids of all steps that ran before `node` starts, nearest first. */
  all(node: string): string[] {
    return [...this.walk(node)];
  }

  /** A loop around a node is passed through: what it comes after counts, the loop itself does not. */
  private *walk(node: string): Generator<string> {
    const seen = new Set<string>();
    const passed = new Set<string>();
    const open = [node];
    for (let i = 0; i < open.length; i++) {
      const here = open[i] ?? '';
      for (const id of this.sources.get(here) ?? []) {
        if (seen.has(id)) continue;
        seen.add(id);
        open.push(id);
        yield id;
      }
      const loop = this.loops.get(here);
      if (loop === undefined || passed.has(loop)) continue;
      passed.add(loop);
      open.push(loop);
    }
  }
}
