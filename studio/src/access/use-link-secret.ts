import { useSyncExternalStore } from 'react';

/** What a link brings behind its `#`, where no server and no log sees it. */
export function useLinkSecret(): string {
  return useSyncExternalStore(onHash, readHash);
}

function onHash(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

function readHash(): string {
  return location.hash.slice(1);
}
