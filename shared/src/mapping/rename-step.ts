import { referencesOf } from './references.ts';

/** The expression with every `steps.<from>` called `steps.<to>`; nothing else is touched. */
export function renameStepIn(text: string, from: string, to: string): string {
  const places = referencesOf(text).places.filter((place) => place.key === from);
  return places
    .toSorted((a, b) => b.start - a.start)
    .reduce((out, { start, end }) => out.slice(0, start) + to + out.slice(end), text);
}
