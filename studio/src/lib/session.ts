import { atom, getDefaultStore, useAtomValue } from 'jotai';

export const sessionLostAtom = atom(false);

export function sessionLost(): void {
  getDefaultStore().set(sessionLostAtom, true);
}

export function sessionFound(): void {
  getDefaultStore().set(sessionLostAtom, false);
}

/** True when the server said "not signed in" while a page was open; the page stays as it is. */
export function useSessionLost(): boolean {
  return useAtomValue(sessionLostAtom, { store: getDefaultStore() });
}
