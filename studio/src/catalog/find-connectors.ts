import type { ConnectorSummary } from '@patchbay/shared/catalog';

export interface FoundConnector {
  connector: ConnectorSummary;
  /** Titles of the actions that match; empty without a search. */
  actions: string[];
}

/** Connectors whose name, words or actions hold every word of the search, names first. */
export function findConnectors(
  items: ConnectorSummary[],
  search: string,
  category?: string,
): FoundConnector[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  return items
    .filter((connector) => category === undefined || connector.categories.includes(category))
    .map((connector) => {
      const { name, description, actions, categories } = connector;
      const found = actions.filter((action) =>
        holds(
          `${name} ${action.title} ${action.description ?? ''} ${action.tags?.join(' ') ?? ''}`,
        ),
      );
      const byName = holds(name);
      const byWords = byName || holds(`${name} ${description} ${categories.join(' ')}`);
      const titles = words.length === 0 || byName ? [] : found.map((action) => action.title);
      return { connector, actions: titles, rank: rankOf(byName, byWords, found.length) };
    })
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank || a.connector.name.localeCompare(b.connector.name))
    .map(({ connector, actions }) => ({ connector, actions }));
}

function rankOf(byName: boolean, byWords: boolean, found: number): number {
  if (byName) return 3;
  if (byWords) return 2;
  return found > 0 ? 1 : 0;
}

export function categoriesOf(items: ConnectorSummary[]): string[] {
  return [...new Set(items.flatMap((connector) => connector.categories))].toSorted((a, b) =>
    a.localeCompare(b),
  );
}
