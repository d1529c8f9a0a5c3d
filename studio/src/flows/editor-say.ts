import { statusLook } from '#ui';

import { nodeProblemsAtom, nodeRunAtom } from './canvas.atoms.ts';
import type { Editor } from './editor-session.ts';
import { historyAtom, sayAtom } from './editor.atoms.ts';
import { KINDS } from './node-kinds.ts';

/** Tells a screen reader what is selected: title, kind, how it ran, what is wrong. */
export function announce({ store }: Editor, id: string): void {
  const { graph } = store.get(historyAtom);
  const node = graph.nodes[id];
  if (!node) return;
  const run = store.get(nodeRunAtom(id));
  const problems = store.get(nodeProblemsAtom(id)) ?? [];
  const out = Object.values(graph.edges).filter((e) => e.from === id);
  const parts = [
    node.title.slice(0, 200),
    KINDS[node.kind].title,
    run && `${statusLook(run.status).word}${run.reason ? `: ${run.reason}` : ''}`,
    problems.length > 0 && `${problems.length} to mend: ${problems[0]?.message}`,
    out.length > 0 &&
      `leads to ${out.map((e) => graph.nodes[e.to]?.title.slice(0, 60)).join(', ')}`,
  ];
  store.set(sayAtom, parts.filter(Boolean).join('. '));
}
