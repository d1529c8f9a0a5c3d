import { atom } from 'jotai';

const KEY = 'patchbay.tourSeen';

/** Which step of the tour is shown; undefined when it is over. */
export const tourAtom = atom<number | undefined>(seen() ? undefined : 0);

function seen(): boolean {
  return globalThis.localStorage?.getItem(KEY) === 'yes';
}

export function rememberTour(): void {
  localStorage.setItem(KEY, 'yes');
}
