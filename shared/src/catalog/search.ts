import type { ConnectorSummary } from './summary.ts';

/** Something that can be found; both texts in small letters. What the title holds counts more. */
export interface Searchable {
  title: string;
  words: string;
}

type Operation = ConnectorSummary['actions'][number];

/** How well something fits a search. 0: not at all; 3: its title begins with what was typed. */
export type Rank = 0 | 1 | 2 | 3;

/** The words of a search, in small letters. */
export function searchWords(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The one rule of searching: every word must be found, and hits in the title come first. */
export function rankOf({ title, words: text }: Searchable, words: string[]): Rank {
  for (const word of words) if (!text.includes(word)) return 0;
  const [first = ''] = words;
  if (title.startsWith(first)) return 3;
  return words.some((word) => title.includes(word)) ? 2 : 1;
}

/** A connector and all it can do, as a search sees them. Made once: a list of thousands is typed at. */
interface SearchableConnector {
  own: Searchable;
  /** Actions, then triggers, in their order. */
  operations: { of: Operation; text: Searchable }[];
  /** The words of all operations in one text, a line each, and where each line begins. */
  lines: string;
  starts: number[];
}

const known = new WeakMap<ConnectorSummary, SearchableConnector>();

/** How well the connector itself fits, by its name and what is said of it. */
export function rankConnector(connector: ConnectorSummary, words: string[]): Rank {
  return rankOf(searchableOf(connector).own, words);
}

/**
 * The actions and triggers that hold every word. The longest word is looked for in one text of all of
 * them, so that what does not fit costs next to nothing.
 */
export function findOperations(
  connector: ConnectorSummary,
  words: string[],
): { of: Operation; rank: Rank }[] {
  const { operations, lines, starts } = searchableOf(connector);
  if (!words.every((word) => lines.includes(word))) return [];
  const [rarest = ''] = words.toSorted((a, b) => b.length - a.length);
  const found: { of: Operation; rank: Rank }[] = [];
  let line = 0;
  for (let at = lines.indexOf(rarest); at >= 0; at = lines.indexOf(rarest, starts[line])) {
    while ((starts[line + 1] ?? Infinity) <= at) line++;
    const operation = operations[line];
    if (!operation) break;
    const rank = rankOf(operation.text, words);
    if (rank > 0) found.push({ of: operation.of, rank });
    line++;
    if (line === operations.length) break;
  }
  return found;
}

function searchableOf(connector: ConnectorSummary): SearchableConnector {
  const before = known.get(connector);
  if (before) return before;
  const { id, name, description, categories, actions, triggers } = connector;
  const operations = [
    ...actions.map((of) => ({ of, text: operationText(connector, of) })),
    ...triggers.map((of) => ({ of, text: operationText(connector, of, 'trigger') })),
  ];
  const starts: number[] = [];
  let length = 0;
  for (const { text } of operations) {
    starts.push(length);
    length += text.words.length + 1;
  }
  const made = {
    own: searchable(name, [id, description, ...categories]),
    operations,
    lines: operations.map(({ text }) => text.words).join('\n'),
    starts,
  };
  known.set(connector, made);
  return made;
}

function operationText(
  { id, name }: ConnectorSummary,
  operation: Operation,
  kind = '',
): Searchable {
  const { title, id: own, tags = [], description = '' } = operation;
  return searchable(title, [name, id, own, kind, ...tags, description]);
}

/** A title and further words as a search sees them. */
export function searchable(title: string, more: string[]): Searchable {
  const small = title.toLowerCase();
  return { title: small, words: `${small} ${more.join(' ').toLowerCase()}` };
}
