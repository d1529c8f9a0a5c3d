import type { Json } from '#base';

import { JSONATA_TABLE } from './catalogue-jsonata.ts';
import { OWN_TABLE } from './catalogue-own.ts';
import { returnedBy } from './infer-call.ts';
import type { Type } from './type.ts';

/** An expression that stands alone, and what it gives: `undefined` for nothing. */
export interface FunctionExample {
  expression: string;
  result: Json | undefined;
}

/** A function as people look it up. */
export interface FunctionEntry {
  /** Without the `$`. */
  name: string;
  /** As jsonata checks it: `<s-n:s>`. */
  signature: string;
  /** Names of the arguments, for people: `text, start, length`. */
  args: string;
  group: string;
  summary: string;
  examples: FunctionExample[];
  /** Whose it is: jsonata's, ours on top of it, or the project's. */
  origin: 'jsonata' | 'patchbay' | 'project';
}

/** Version of our set: raise it whenever one of them gives something else than before. */
export const FUNCTIONS_VERSION = 1;

/** Every function an expression can use: jsonata's own but `$eval`, and ours. */
export const functionCatalogue: readonly FunctionEntry[] = [
  ...readTable(JSONATA_TABLE, 'jsonata'),
  ...readTable(OWN_TABLE, 'patchbay'),
];

/** Signatures of ours, by name. */
export const OWN_SIGNATURES: ReadonlyMap<string, string> = new Map(
  functionCatalogue
    .filter(({ origin }) => origin === 'patchbay')
    .map(({ name, signature }) => [name, signature]),
);

/** What each function returns, as far as its signature says. */
export const functionTypes: ReadonlyMap<string, Type> = new Map(
  functionCatalogue.map(({ name, signature }) => [name, returnedBy(signature)]),
);

function readTable(table: string, origin: FunctionEntry['origin']): FunctionEntry[] {
  const entries: FunctionEntry[] = [];
  let group = '';
  for (const line of table.split('\n')) {
    if (line.startsWith('# ')) group = line.slice(2);
    else if (line.startsWith('  ')) entries.at(-1)?.examples.push(readExample(line.trim()));
    else if (line !== '') entries.push({ ...readEntry(line), group, origin });
  }
  return entries;
}

function readEntry(line: string): Omit<FunctionEntry, 'group' | 'origin'> {
  const [name = '', signature = '', args = '', summary = ''] = line.split('|');
  return { name, signature, args, summary, examples: [] };
}

function readExample(line: string): FunctionExample {
  const [expression = '', result = ''] = line.split(' → ');
  return { expression, result: result === 'nothing' ? undefined : (JSON.parse(result) as Json) };
}
