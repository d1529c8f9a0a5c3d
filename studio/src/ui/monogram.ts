/** One or two letters that stand for a name: `Finance Team` is `FT`, `Finance` is `Fi`. */
export function monogram(name: string): string {
  const [first = '', second] = name.split(/[\s-]+/).filter(Boolean);
  if (second === undefined) return lettersOf(first).slice(0, 2).join('');
  return [first, second].map((word) => lettersOf(word)[0]).join('');
}

/** What people see as letters: an emoji or an accent is not cut in two. */
function lettersOf(word: string): string[] {
  return [...new Intl.Segmenter().segment(word)].map(({ segment }) => segment);
}

const TILES = 8;

/** Which of the tiles' colours a thing has, from 1; always the same for one `id`. */
export function tileOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  // Mixed once more, for ids that differ in their last letter alone.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return ((hash >>> 16) % TILES) + 1;
}
