import {
  findOperations,
  rankConnector,
  searchWords,
  type ConnectorSummary,
} from '@patchbay/shared/catalog';

/** Operations named at a connector that was found by them. */
const MOST_NAMED = 4;

export interface FoundConnector {
  connector: ConnectorSummary;
  /** Titles of the best actions and triggers that match; empty without a search. */
  operations: string[];
}

/** What the catalogue is narrowed to, as its address holds it. */
export interface CatalogueQuery {
  search?: string;
  category?: string;
  kind?: string;
  auth?: string;
  /** `yes`: only those that can start a flow. */
  triggers?: string;
  /** `relevance` (default), `used` or `name`. */
  sort?: string;
}

/** Connectors whose name, words or operations hold every word of the search, in the order asked for. */
export function findConnectors(items: ConnectorSummary[], query: CatalogueQuery): FoundConnector[] {
  const words = searchWords(query.search ?? '');
  const order = ORDERS[query.sort ?? ''] ?? byRank;
  return items
    .filter((connector) => fits(connector, query))
    .map((connector) => ranked(connector, words))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => order(a, b) || a.connector.name.localeCompare(b.connector.name))
    .map(({ connector, operations }) => ({ connector, operations }));
}

type Ranked = FoundConnector & { rank: number };

const byRank = (a: Ranked, b: Ranked): number => b.rank - a.rank;
const ORDERS: Record<string, (a: Ranked, b: Ranked) => number> = {
  name: () => 0,
  used: (a, b) => (b.connector.uses ?? 0) - (a.connector.uses ?? 0),
};

function fits(
  { categories, kind, authTypes, triggers }: ConnectorSummary,
  query: CatalogueQuery,
): boolean {
  if (query.category !== undefined && !categories.includes(query.category)) return false;
  if (query.kind !== undefined && kind !== query.kind) return false;
  if (query.auth !== undefined && !authTypes.includes(query.auth)) return false;
  return query.triggers === undefined || triggers.length > 0;
}

/** A connector that is named comes before one that only has something of that name. */
function ranked(connector: ConnectorSummary, words: string[]): Ranked {
  const own = rankConnector(connector, words);
  if (words.length === 0) return { connector, operations: [], rank: 1 };
  if (own > 1) return { connector, operations: [], rank: own + 3 };
  const found = findOperations([connector], words, { most: MOST_NAMED });
  const operations = found.map(({ of }) => of.title);
  return { connector, operations, rank: own > 0 ? own + 3 : (found[0]?.rank ?? 0) };
}

export function categoriesOf(items: ConnectorSummary[]): string[] {
  return [...new Set(items.flatMap((connector) => connector.categories))].toSorted((a, b) =>
    a.localeCompare(b),
  );
}

/** The ways to sign in that any connector knows. */
export function authTypesOf(items: ConnectorSummary[]): string[] {
  return [...new Set(items.flatMap((connector) => connector.authTypes))].toSorted();
}
