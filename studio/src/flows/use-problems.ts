import type { Problem } from '@patchbay/shared/base';
import { checkFlow, checkGraph } from '@patchbay/shared/flows';
import { useEffect } from 'react';

import { call, callableFunctions } from '#lib';

import { checkedAtom, graphAtom, problemsAtom } from './canvas.atoms.ts';
import { checkDrift } from './check-drift.ts';
import { driftAtom, functionsAtom } from './drift.atoms.ts';
import type { Editor } from './editor-session.ts';
import { sampleAtom, saveAtom } from './editor.atoms.ts';

const REST_MS = 350;

/**
 * Checks the graph a moment after it changed; the marks follow. What only the server knows (does
 * the connection exist?) is asked after each save.
 */
export function useProblems(editor: Editor): void {
  useEffect(() => {
    const { store } = editor;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let cancelWait = (): void => undefined;
    let remote: Problem[] | undefined;
    const check = (): void => {
      const graph = store.get(graphAtom);
      const local = [
        ...checkGraph(graph, callableFunctions()),
        ...checkDrift(graph, { sample: store.get(sampleAtom), changes: store.get(driftAtom) }),
      ];
      store.set(problemsAtom, merge(local, remote ?? []));
      if (remote) store.set(checkedAtom, true);
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        cancelWait();
        cancelWait = whenIdle(check);
      }, REST_MS);
    };
    const ask = async (): Promise<void> => {
      if (store.get(saveAtom).kind !== 'saved') return;
      remote = await askServer(editor.flowId);
      later();
    };
    later();
    void ask();
    const stops = [
      store.sub(graphAtom, later),
      store.sub(sampleAtom, later),
      store.sub(driftAtom, later),
      store.sub(functionsAtom, later),
      store.sub(saveAtom, () => void ask()),
    ];
    return () => {
      clearTimeout(timer);
      cancelWait();
      for (const stop of stops) stop();
    };
  }, [editor]);
}

/** Runs the work when nothing is being drawn, at the latest after a second; gives how to call it off. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== 'function') {
    work();
    return () => undefined;
  }
  const id = requestIdleCallback(work, { timeout: 1000 });
  return () => cancelIdleCallback(id);
}

/** A server that does not answer only costs these marks; saving says that it is away. */
async function askServer(id: string): Promise<Problem[]> {
  try {
    return (await call(checkFlow, { params: { id } })).problems;
  } catch {
    return [];
  }
}

/** Fields whose soundness depends on other rooms. */
const FOREIGN = new Set(['connection', 'action', 'connector', 'flow', 'required']);

/** Ours are newer; of the server's only those about what we cannot know. */
function merge(local: Problem[], remote: Problem[]): Problem[] {
  return [...local, ...remote.filter((problem) => FOREIGN.has(problem.at?.field ?? ''))];
}
