import { count, formatAgo } from '#lib';

import type { SaveState } from './save-queue.ts';

/** How saving stands, as the top bar says it. */
export function saveWords(state: SaveState, now: number): string {
  switch (state.kind) {
    case 'saved':
      return state.at === undefined ? 'All changes saved' : `Saved ${formatAgo(state.at, now)}`;
    case 'waiting':
    case 'saving':
      return 'Saving…';
    case 'offline':
      return `Offline: ${count(state.pending, 'edit')} ${state.pending === 1 ? 'is' : 'are'} kept here and will be sent`;
    case 'signed-out':
      return `Signed out: ${count(state.pending, 'edit')} kept here; sign in and they are sent`;
    case 'refused':
      return `Not saved: ${state.problem.message}`;
    case 'conflict':
    default:
      return conflictWords(state.conflict.theirs.map(({ by }) => by));
  }
}

function conflictWords(people: string[]): string {
  return `${[...new Set(people)].join(' and ') || 'Somebody'} changed the same step`;
}
