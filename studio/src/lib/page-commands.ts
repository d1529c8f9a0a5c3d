import { useEffect, useSyncExternalStore } from 'react';

/** Something the page in sight can do, for the command palette. */
export interface PageCommand {
  name: string;
  run: () => void;
}

const NONE: PageCommand[] = [];
let offered = NONE;
const listeners = new Set<() => void>();

function offer(commands: PageCommand[]): void {
  offered = commands;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Offers what a page can do while it is in sight; `commands` must stay the same value. */
export function useOffer(commands: PageCommand[]): void {
  useEffect(() => {
    offer(commands);
    return () => offer(NONE);
  }, [commands]);
}

/** What the page in sight can do. */
export function useOffered(): PageCommand[] {
  return useSyncExternalStore(subscribe, () => offered);
}
