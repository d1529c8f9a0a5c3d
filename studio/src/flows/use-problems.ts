import { checkGraph } from '@patchbay/shared/flows';
import { useEffect } from 'react';

import { graphAtom, problemsAtom } from './canvas.atoms.ts';
import type { Editor } from './editor-session.ts';

const REST_MS = 350;

/** Checks the graph a moment after it changed; the marks follow. */
export function useProblems({ store }: Editor): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = (): void => store.set(problemsAtom, checkGraph(store.get(graphAtom)));
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(check, REST_MS);
    };
    later();
    const stop = store.sub(graphAtom, later);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
}
