import { getShapes } from '@patchbay/shared/runs';
import { useEffect } from 'react';

import { useEndpoint, useProjectFunctions } from '#lib';

import { functionsAtom, shapesAtom } from './drift.atoms.ts';
import type { Editor } from './editor-session.ts';

const STALE_MS = 10_000;

/** What is known beside the draft: functions of the project, and what production payloads look like. */
export function useKnowledge({ store, flowId }: Editor): void {
  const functions = useProjectFunctions();
  const shapes = useEndpoint(getShapes, { params: { id: flowId } }, { staleTime: STALE_MS }).data;
  useEffect(() => store.set(functionsAtom, functions), [store, functions]);
  useEffect(() => {
    if (shapes) store.set(shapesAtom, shapes);
  }, [store, shapes]);
}
