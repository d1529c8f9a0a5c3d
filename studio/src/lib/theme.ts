import { atom, getDefaultStore, useAtom, useAtomValue } from 'jotai';

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'patchbay.theme';
const dark = globalThis.matchMedia?.('(prefers-color-scheme: dark)');

function stored(): Theme {
  const value = globalThis.localStorage?.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

const choiceAtom = atom<Theme>('system');
const systemDarkAtom = atom(false);

/** What the person chose; setting it is kept for the next visit. */
const themeAtom = atom(
  (get) => get(choiceAtom),
  (_get, set, theme: Theme) => {
    set(choiceAtom, theme);
    localStorage.setItem(KEY, theme);
    document.documentElement.dataset.theme = theme;
  },
);

const isDarkAtom = atom((get) => {
  const choice = get(choiceAtom);
  return choice === 'system' ? get(systemDarkAtom) : choice === 'dark';
});

/** Puts the kept choice into effect; called once before the first paint. */
export function startTheme(): void {
  const store = getDefaultStore();
  store.set(themeAtom, stored());
  store.set(systemDarkAtom, dark?.matches ?? false);
  dark?.addEventListener('change', (event) => store.set(systemDarkAtom, event.matches));
}

// The store is named because parts of the page (a canvas) bring stores of their own.
export function useTheme(): [Theme, (theme: Theme) => void] {
  return useAtom(themeAtom, { store: getDefaultStore() });
}

/** What is shown now: for what cannot read CSS variables (the code editor, charts). */
export function useIsDark(): boolean {
  return useAtomValue(isDarkAtom, { store: getDefaultStore() });
}

/** The colour a token has now, as `rgb(…)`: `tokenColor('accent')`. */
export function tokenColor(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--color-${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
