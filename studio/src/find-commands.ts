interface Named {
  name: string;
  kind: string;
  /** Comes after everything else, and only a few of them. */
  isLast?: boolean;
}

const MOST = 60;
const MOST_LAST = 5;

/** What matches every word of the query: names that begin with it first, then those that hold it. */
export function findCommands<T extends Named>(commands: T[], query: string): T[] {
  const wanted = query.trim().toLowerCase();
  const words = wanted.split(/\s+/).filter(Boolean);
  const found = commands
    .map((command) => ({ command, rank: rankOf(command, wanted, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => isLast(a.command) - isLast(b.command) || b.rank - a.rank)
    .map(({ command }) => command);
  const last = found.filter((command) => command.isLast).slice(0, MOST_LAST);
  return [...found.filter((command) => !command.isLast), ...last].slice(0, MOST);
}

function isLast(command: Named): number {
  return command.isLast ? 1 : 0;
}

function rankOf({ name, kind }: Named, wanted: string, words: string[]): number {
  const lower = name.toLowerCase();
  if (lower.startsWith(wanted)) return 3;
  if (lower.includes(wanted)) return 2;
  return words.every((word) => `${lower} ${kind.toLowerCase()}`.includes(word)) ? 1 : 0;
}
