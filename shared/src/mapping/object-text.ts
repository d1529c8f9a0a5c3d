import { parseTree } from './parse-tree.ts';
import { remember } from './remember.ts';
import { skipTrivia } from './scan.ts';
import type { Pair, TreeNode } from './tree.ts';
import { walk } from './walk.ts';

/** A field of an object constructor and where it stands; offsets count from the text's start. */
export interface ObjectField {
  /** Undefined when the key is computed. */
  key: string | undefined;
  keyStart: number;
  keyEnd: number;
  valueStart: number;
  valueEnd: number;
}

/** An object constructor: `start` is at `{`, `end` behind `}`. */
export interface ObjectText {
  start: number;
  end: number;
  fields: ObjectField[];
}

/**
 * Reads the object constructor that `text` is, apart from space and comments around it; with
 * `start` and `end`, the one in that part of it. Anything else gives undefined. Values that do not
 * parse are fields too.
 * @example readObject('{ "a": 1 }')?.fields[0]?.key // 'a'
 */
export function readObject(
  text: string,
  start = 0,
  end: number = text.length,
): ObjectText | undefined {
  return isObjectAt(text, start) ? readEntries(text, start, end) : undefined;
}

/**
 * The same for a list constructor: its items as fields named '0', '1', …. A list with a range in it
 * (`[1..9]`) has items nobody wrote down, so that gives undefined.
 * @example readList('[1, a.b]')?.fields[1] // { key: '1', valueStart: 4, valueEnd: 7, … }
 */
export function readList(
  text: string,
  start = 0,
  end: number = text.length,
): ObjectText | undefined {
  return isObjectAt(text, start) ? undefined : readEntries(text, start, end);
}

/** The fields of an object constructor, or the items of a list constructor. */
export function readEntries(
  text: string,
  start = 0,
  end: number = text.length,
): ObjectText | undefined {
  const found = constructorsOf(text).get(skipTrivia(text, start));
  return found && skipTrivia(text, found.end) >= end ? found : undefined;
}

function isObjectAt(text: string, start: number): boolean {
  return text.charAt(skipTrivia(text, start)) === '{';
}

/** The object and list constructors of a text, by where they start. */
const constructorsOf = remember((text) => {
  const found = new Map<number, ObjectText>();
  const { root } = parseTree(text);
  if (!root) return found;
  walk(root, (node) => {
    if (node.kind === 'object')
      found.set(node.start, textOfConstructor(node, node.pairs.map(fieldOf)));
    if (node.kind === 'array' && node.items.every(({ kind }) => kind !== 'range'))
      found.set(node.start, textOfConstructor(node, node.items.map(itemOf)));
  });
  return found;
});

function textOfConstructor({ start, headEnd }: TreeNode, fields: ObjectField[]): ObjectText {
  return { start, end: headEnd, fields };
}

/** The field an item of a list is. */
export function itemOf({ start, end }: TreeNode, place: number): ObjectField {
  const key = String(place);
  return { key, keyStart: start, keyEnd: start, valueStart: start, valueEnd: end };
}

/** The field a pair is. */
export function fieldOf({ key, value }: Pair): ObjectField {
  return {
    key: textOf(key),
    keyStart: key.start,
    keyEnd: key.end,
    valueStart: value.start,
    valueEnd: value.end,
  };
}

/** The string a node stands for by itself; undefined for anything that computes. */
export function textOf(node: TreeNode): string | undefined {
  if (node.kind !== 'literal' || node.end !== node.headEnd) return undefined;
  return typeof node.value === 'string' ? node.value : undefined;
}

/** The JSON value a text is, when it holds literals alone; undefined when it computes anything. */
export function literalOf(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    const parsed = /^\s*'/.test(text) ? parseTree(text) : undefined;
    const string = parsed?.ok ? textOf(parsed.root) : undefined;
    return string === undefined ? undefined : { value: string };
  }
}
