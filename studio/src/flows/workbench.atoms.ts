import type { StaleReasons, Workbench } from '@patchbay/shared/runs';
import { atom } from 'jotai';
import { atomFamily } from 'jotai-family';

/** Pinned outputs and breakpoints of the draft: kept on the server, never published. */
export const workbenchAtom = atom<Workbench>({ pins: {}, breakpoints: [] });
/** What was changed of them a moment ago, on its way to the server. */
export const marksSavedAtom = atom<Promise<unknown>>(Promise.resolve());
/** The outputs that were pinned in the run that is shown. */
export const runPinsAtom = atom<Workbench['pins']>({});
/** Why results of the shown run no longer hold for the draft, by node. */
export const staleAtom = atom<StaleReasons>({});

export const nodePinAtom = atomFamily((id: string) => atom((get) => get(workbenchAtom).pins[id]));
export const nodeStopAtom = atomFamily((id: string) =>
  atom((get) => get(workbenchAtom).breakpoints.includes(id)),
);
export const nodeStaleAtom = atomFamily((id: string) =>
  atom((get): string | undefined => get(staleAtom)[id]),
);
