interface Named {
  name: string;
  kind: string;
}

const MOST = 60;

/** What matches every word of the query: names that begin with it first, then those that hold it. */
export function findCommands<T extends Named>(commands: T[], query: string): T[] {
  const wanted = query.trim().toLowerCase();
  const words = wanted.split(/\s+/).filter(Boolean);
  return commands
    .map((command) => ({ command, rank: rankOf(command, wanted, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ command }) => command);
}

function rankOf({ name, kind }: Named, wanted: string, words: string[]): number {
  const lower = name.toLowerCase();
  if (lower.startsWith(wanted)) return 3;
  if (lower.includes(wanted)) return 2;
  return words.every((word) => `${lower} ${kind.toLowerCase()}`.includes(word)) ? 1 : 0;
}
