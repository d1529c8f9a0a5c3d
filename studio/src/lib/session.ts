import { atom, getDefaultStore } from 'jotai';

/** True when the server said "not signed in" while a page was open; the page stays as it is. */
export const sessionLostAtom = atom(false);

export function sessionLost(): void {
  getDefaultStore().set(sessionLostAtom, true);
}

export function sessionFound(): void {
  getDefaultStore().set(sessionLostAtom, false);
}
