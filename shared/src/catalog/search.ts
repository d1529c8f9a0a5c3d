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

/** How well the connector itself fits, by its name and what is said of it. */
export function rankConnector(connector: ConnectorSummary, words: string[]): Rank {
  return rankOf(textOf(connector).own, words);
}

/** An action or trigger that was found. */
export interface Hit {
  connector: ConnectorSummary;
  of: Operation;
  rank: Exclude<Rank, 0>;
}

export interface HitsWanted {
  /** Hits at most; the search ends when no better one can come. */
  most?: number;
  /** Actions alone. */
  withoutTriggers?: boolean;
}

/**
 * The actions and triggers that hold every word, the best first. Hits that begin with the first word
 * are looked for by themselves, so that few of very many are found without a look at all.
 */
export function findOperations(
  connectors: readonly ConnectorSummary[],
  words: string[],
  { most = Infinity, withoutTriggers = false }: HitsWanted = {},
): Hit[] {
  const first: Hit[] = [];
  const fitting: { connector: ConnectorSummary; text: ConnectorText; more: string[] }[] = [];
  // A long word is mostly a rare one, and rules most connectors out.
  const rareFirst = words.toSorted((a, b) => b.length - a.length);
  for (const connector of connectors) {
    const text = textOf(connector);
    const more = rareFirst.filter((word) => !text.name.includes(word));
    if (!more.every((word) => text.lines.includes(word))) continue;
    fitting.push({ connector, text, more });
    for (const line of beginning(text, words[0] ?? '', more)) {
      const of = operationAt(connector, line, withoutTriggers);
      if (of && first.push({ connector, of, rank: 3 }) >= most) return first;
    }
  }
  const [inTitle, inWords]: [Hit[], Hit[]] = [[], []];
  for (const { connector, text, more } of fitting)
    for (const [line, rank] of holding(text, words, more)) {
      const of = operationAt(connector, line, withoutTriggers);
      if (!of || (rank === 1 && inWords.length >= most)) continue;
      (rank === 2 ? inTitle : inWords).push({ connector, of, rank });
      if (first.length + inTitle.length >= most) return [...first, ...inTitle];
    }
  return [...first, ...inTitle, ...inWords].slice(0, most);
}

function operationAt(
  { actions, triggers }: ConnectorSummary,
  line: number,
  withoutTriggers: boolean,
): Operation | undefined {
  if (line < actions.length) return actions[line];
  return withoutTriggers ? undefined : triggers[line - actions.length];
}

/** A connector and all it can do, as a search sees them. Made once: a list of thousands is typed at. */
interface ConnectorText {
  own: Searchable;
  /** Name and id: what they hold, every operation holds. */
  name: string;
  /** A line for each operation: a line break, its title, a tab, its words. In small letters. */
  lines: string;
  /** Where each line begins. */
  starts: Uint32Array;
}

const known = new WeakMap<ConnectorSummary, ConnectorText>();

function textOf(connector: ConnectorSummary): ConnectorText {
  const before = known.get(connector);
  if (before) return before;
  const { id, name, description, categories, actions, triggers } = connector;
  const lines = [
    ...actions.map((one) => lineOf(one, '')),
    ...triggers.map((one) => lineOf(one, 'trigger')),
  ]
    .join('')
    .toLowerCase();
  const starts = new Uint32Array(actions.length + triggers.length);
  let at = 0;
  for (let line = 0; line < starts.length; line++) {
    starts[line] = at;
    at = lines.indexOf('\n', at + 1);
  }
  const made = {
    own: searchable(name, [id, description, ...categories]),
    name: `${name} ${id}`.toLowerCase(),
    lines,
    starts,
  };
  known.set(connector, made);
  return made;
}

function lineOf({ title, id, tags = [], description = '' }: Operation, kind: string): string {
  const words = `${id} ${kind} ${tags.join(' ')} ${description}`;
  return `\n${plain(title)}\t${plain(words)}`;
}

function plain(text: string): string {
  return /[\n\t]/.test(text) ? text.replaceAll(/[\n\t]/g, ' ') : text;
}

/** The lines whose title begins with the first word and that hold all that are needed. */
function* beginning(text: ConnectorText, first: string, needed: string[]): Generator<number> {
  const { lines, starts } = text;
  const start = `\n${first}`;
  let line = 0;
  for (let at = lines.indexOf(start); at >= 0; at = lines.indexOf(start, at + 1)) {
    while ((starts[line] ?? Infinity) < at) line++;
    if (holdsAll(lineAt(text, line), needed)) yield line;
  }
}

/** The other lines that hold all that are needed, and whether a word is in the title. */
function* holding(
  text: ConnectorText,
  words: string[],
  needed: string[],
): Generator<[line: number, rank: 1 | 2]> {
  const { lines, starts } = text;
  const first = `\n${words[0] ?? ''}`;
  const [rarest = '\n'] = needed;
  let line = 0;
  for (let at = lines.indexOf(rarest); at >= 0; at = lines.indexOf(rarest, starts[line])) {
    while ((starts[line + 1] ?? Infinity) <= at) line++;
    const own = lineAt(text, line);
    if (!own.startsWith(first) && holdsAll(own, needed)) {
      const title = own.slice(0, own.indexOf('\t'));
      yield [line, words.some((word) => title.includes(word)) ? 2 : 1];
    }
    line++;
    if (line === starts.length) return;
  }
}

function lineAt({ lines, starts }: ConnectorText, line: number): string {
  return lines.slice(starts[line], starts[line + 1]);
}

function holdsAll(line: string, words: string[]): boolean {
  for (const word of words) if (!line.includes(word)) return false;
  return true;
}

/** A title and further words as a search sees them. */
export function searchable(title: string, more: string[]): Searchable {
  const small = title.toLowerCase();
  return { title: small, words: `${small} ${more.join(' ').toLowerCase()}` };
}
