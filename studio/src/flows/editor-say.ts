import { portsOf } from '@patchbay/shared/flows';

import { count } from '#lib';
import { statusLook } from '#ui';

import { nodeProblemsAtom, nodeRunAtom, wireCountAtom } from './canvas.atoms.ts';
import type { Editor } from './editor-session.ts';
import { historyAtom, sayAtom } from './editor.atoms.ts';
import { KINDS } from './node-kinds.ts';

/** Tells a screen reader which wire is selected, and what can be done with it. */
export function announceWire({ store }: Editor, id: string): void {
  const { graph } = store.get(historyAtom);
  const edge = graph.edges[id];
  const from = edge && graph.nodes[edge.from];
  if (!from) return;
  const port = portsOf(from).find((one) => one.id === edge.port)?.label;
  const went = store.get(wireCountAtom(id));
  const parts = [
    `Wire from ${from.title.slice(0, 100)}${port ? ` by ${port}` : ''} to ${graph.nodes[edge.to]?.title.slice(0, 100)}`,
    went > 0 && `${count(went, 'value')} went through`,
    'Tab puts a step into it, Delete cuts it, C leads it elsewhere',
  ];
  store.set(sayAtom, parts.filter(Boolean).join('. '));
}

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
