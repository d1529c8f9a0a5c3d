import { fieldOf, itemOf, textOf, type ObjectField } from './object-text.ts';
import { parseTree } from './parse-tree.ts';
import { skipTrivia } from './scan.ts';
import { isSelfContained } from './self-contained.ts';
import type { Pair, Span, TreeNode, TreeNodeOf } from './tree.ts';

/**
 * Where a value of the output is made: keys of object constructors, and places in lists, as numbers
 * or as text. In `source.list.{ … }` any place stands for the one constructor of all elements.
 */
export type FieldPath = readonly (string | number)[];

/** The expression that makes the value at `path`; undefined when none in the text does. */
export function nodeOfField(text: string, path: FieldPath): TreeNode | undefined {
  let node = parseTree(text).root;
  for (const part of path) node = node && partOf(node, part);
  return node;
}

function partOf(node: TreeNode, part: string | number): TreeNode | undefined {
  if (isList(node)) return isPlace(part) ? node.items[Number(part)] : undefined;
  return pairOf(node, part)?.value ?? (isPlace(part) ? mappedObject(node) : undefined);
}

function isList(node: TreeNode): node is TreeNodeOf<'array'> {
  return node.kind === 'array' && isBare(node) && node.items.every(({ kind }) => kind !== 'range');
}

function isPlace(part: string | number): boolean {
  return /^\d+$/.test(String(part));
}

function pairOf(node: TreeNode, key: string | number): Pair | undefined {
  return objectOf(node)?.pairs.find((pair) => textOf(pair.key) === String(key));
}

/** The constructor whose fields an expression gives: its own, or that of the list it maps. */
function objectOf(node: TreeNode): TreeNodeOf<'object'> | undefined {
  return node.kind === 'object' && isBare(node) ? node : mappedObject(node);
}

function mappedObject(node: TreeNode): TreeNodeOf<'object'> | undefined {
  const last = node.kind === 'path' && !node.group ? node.steps.at(-1) : undefined;
  return last?.kind === 'object' && !last.stages ? last : undefined;
}

function isBare({ predicates, group, focus, index }: TreeNode): boolean {
  return !predicates && !group && !focus && !index;
}

/** The field at a path, through nested constructors and mapped lists. */
export function fieldAt(text: string, path: FieldPath): ObjectField | undefined {
  const key = path.at(-1);
  const holder = nodeOfField(text, path.slice(0, -1));
  if (key === undefined || !holder) return undefined;
  const pair = isList(holder) ? undefined : pairOf(holder, key);
  if (pair) return fieldOf(pair);
  const item = partOf(holder, key);
  return item && itemOf(item, Number(key));
}

/**
 * The text with the field at `path` holding `value`. Only that field's value changes; a field that
 * is missing is added behind the last, with the objects around it. A text that can't hold it (its
 * parent is no constructor, or the value is not self-contained) comes back as it was.
 */
export function setField(text: string, path: FieldPath, value: string): string {
  if (!isSelfContained(value)) return text;
  const place = placeOf(text, path);
  if (place) return splice(text, place, value);
  const key = path.at(-1);
  if (key === undefined) return text;
  const parent = nodeOfField(text, path.slice(0, -1));
  if (parent) return addTo(text, parent, key, value);
  if (path.length === 1) return text;
  return setField(text, path.slice(0, -1), made(key, value));
}

/** The text with the fields at two paths holding each other's value; as it was when one is missing. */
export function swapFields(text: string, one: FieldPath, other: FieldPath): string {
  const [first, second] = [nodeOfField(text, one), nodeOfField(text, other)].toSorted(
    (a, b) => (a?.start ?? 0) - (b?.start ?? 0),
  );
  if (!first || !second || first.end > second.start) return text;
  const valueOf = ({ start, end }: Span): string => text.slice(start, end);
  return splice(splice(text, second, valueOf(first)), first, valueOf(second));
}

/** Like `setField`, with a value made from the one that is there: to wrap it, for one. */
export function changeField(
  text: string,
  path: FieldPath,
  change: (value: string) => string,
): string {
  const place = placeOf(text, path);
  return place ? setField(text, path, change(text.slice(place.start, place.end))) : text;
}

/** What a field's value takes in the text; the whole text, comments apart, for the path of nothing. */
function placeOf(text: string, path: FieldPath): Span | undefined {
  const node = nodeOfField(text, path);
  return path.length === 0 || node ? (node ?? { start: 0, end: text.length }) : undefined;
}

function made(key: string | number, value: string): string {
  return typeof key === 'number' ? `[${value}]` : `{ ${JSON.stringify(key)}: ${value} }`;
}

function splice(text: string, { start, end }: Span, value: string): string {
  return text.slice(0, start) + value + text.slice(end);
}

function addTo(text: string, parent: TreeNode, key: string | number, value: string): string {
  if (isList(parent)) {
    const isNext = String(parent.items.length) === String(key);
    return isNext ? addPart(text, parent, parent.items, value) : text;
  }
  const object = objectOf(parent);
  return object ? addPart(text, object, spansOf(object), `${JSON.stringify(key)}: ${value}`) : text;
}

function spansOf({ pairs }: TreeNodeOf<'object'>): Span[] {
  return pairs.map(({ key, value }) => ({ start: key.start, end: value.end }));
}

function addPart(text: string, holder: TreeNode, parts: Span[], entry: string): string {
  const last = parts.at(-1);
  if (!last) {
    const close = holder.headEnd - 1;
    const inside = text.slice(holder.start + 1, close).trimEnd();
    return `${text.slice(0, holder.start + 1)}${inside} ${entry} ${text.slice(close)}`;
  }
  const before = /\s*$/.exec(text.slice(holder.start + 1, last.start))?.[0] ?? '';
  return `${text.slice(0, last.end)},${before || ' '}${entry}${text.slice(last.end)}`;
}

/** The text without the field or element at `path`; its comma goes too, comments around it stay. */
export function removeField(text: string, path: FieldPath): string {
  const key = path.at(-1);
  const parent = nodeOfField(text, path.slice(0, -1));
  if (key === undefined || !parent) return text;
  if (isList(parent)) return removePart(text, parent.items, Number(key));
  const object = objectOf(parent);
  if (!object) return text;
  const index = object.pairs.findIndex((pair) => textOf(pair.key) === String(key));
  return removePart(text, spansOf(object), index);
}

function removePart(text: string, parts: Span[], index: number): string {
  const part = parts[index];
  if (!part) return text;
  const comma = skipTrivia(text, part.end);
  if (text.charAt(comma) === ',') {
    const kept = text.slice(part.end, comma).trim();
    const rest = text.slice(comma + 1).replace(/^\s+/, kept ? ' ' : '');
    return text.slice(0, part.start) + kept + rest;
  }
  const previous = parts[index - 1];
  if (!previous) return text.slice(0, part.start).trimEnd() + text.slice(part.end);
  const before = skipTrivia(text, previous.end);
  const between = text.slice(before + 1, part.start).trim();
  return text.slice(0, before) + (between && ` ${between}`) + text.slice(part.end);
}
