import { useEffect } from 'react';

import { queryClient } from './query.ts';

/** So long a page is held back by what is still on its way; what is not sent is kept where it can be. */
const PATIENCE_MS = 2000;

const unfinished = new Set<() => Promise<unknown>>();

/** Has something finished before the page is left by `leaveTo`. */
export function useBeforeLeaving(finish: () => Promise<unknown>): void {
  useEffect(() => {
    unfinished.add(finish);
    return () => void unfinished.delete(finish);
  }, [finish]);
}

/**
 * Goes where the router does not lead: to another project, which is a page of its own. Requests end
 * with the page that made them, so those that change something are awaited.
 */
export async function leaveTo(href: string): Promise<void> {
  const finishing = Promise.allSettled([commandsEnded(), ...[...unfinished].map((work) => work())]);
  await Promise.race([finishing, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  location.assign(href);
}

function commandsEnded(): Promise<void> {
  return new Promise((resolve) => {
    const stop = queryClient.getMutationCache().subscribe(look);
    function look(): void {
      if (queryClient.isMutating() > 0) return;
      stop();
      resolve();
    }
    look();
  });
}
