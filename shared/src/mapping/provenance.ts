import { nodeOfField, type FieldPath } from './edit-text.ts';
import { functionTypes } from './function-catalogue.ts';
import { Inference } from './infer.ts';
import type { Read } from './known.ts';
import { parseTree } from './parse-tree.ts';
import { shapeOf } from './read-shape.ts';
import { remember } from './remember.ts';
import type { Span } from './tree.ts';
import { UNKNOWN } from './type.ts';

/** Where a value of the output comes from. */
export interface Provenance {
  /** The part of the text that makes it. */
  span: Span;
  /**
   * The paths of the document it reads, from the document on. A number is the element of a list,
   * where it is the same as in the output; lists are else looked through.
   */
  sources: FieldPath[];
}

/** Every place where a text reads the document, as far as it can be told without data. */
export const readsOf = remember((text): { reads: readonly Read[] } => {
  const parsed = parseTree(text);
  if (!parsed.ok) return { reads: [] };
  const inference = new Inference(UNKNOWN, functionTypes);
  inference.run(parsed.root);
  return { reads: inference.reads };
});

/**
 * Where the value at a place of the output comes from; undefined when no part of the text makes
 * that place alone. For a place inside what a path copies, the path goes on into the copy.
 */
export function provenanceOf(text: string, pointer: FieldPath): Provenance | undefined {
  for (let length = pointer.length; length >= 0; length--) {
    const node = nodeOfField(text, pointer.slice(0, length));
    if (!node) continue;
    const rest = pointer.slice(length);
    const isCopy = rest.length === 0 || shapeOf(text, node).kind === 'path';
    const span = { start: node.start, end: node.end };
    const inside = readsOf(text).reads.filter(
      ({ start, end }) => start >= span.start && end <= span.end,
    );
    const indexed = longest(inside).map(({ path }) =>
      withElements(text, pointer.slice(0, length), path),
    );
    return { span, sources: isCopy ? indexed.map((path) => [...path, ...rest]) : indexed };
  }
  return undefined;
}

/** `a.b` alone when `a` and `a.b` are read by one path. */
function longest(reads: readonly Read[]): Read[] {
  const kept = reads.filter(
    (read, i) =>
      !reads
        .slice(i + 1)
        .some((other) => startsWith(other.path, read.path) && other.path.length > read.path.length),
  );
  return [...new Map(kept.map((read) => [JSON.stringify(read.path), read])).values()];
}

function startsWith(path: FieldPath, start: FieldPath): boolean {
  return start.every((name, i) => path[i] === name);
}

/** The path with the element of each list that is mapped from it one to one. */
function withElements(text: string, pointer: FieldPath, path: readonly string[]): FieldPath {
  let indexed: FieldPath = path;
  let offset = 0;
  pointer.forEach((part, i) => {
    const node = typeof part === 'number' ? nodeOfField(text, pointer.slice(0, i)) : undefined;
    const shape = node && shapeOf(text, node);
    if (shape?.kind !== 'listMap') return;
    const from = parseTree(shape.source.text);
    const isPlain = from.ok && shapeOf(shape.source.text, from.root).kind === 'path';
    const last = longest(
      readsOf(text).reads.filter(
        (read) => read.end === (shape.source.start ?? 0) + shape.source.text.length,
      ),
    ).at(-1);
    if (!isPlain || !last || !startsWith(path, last.path) || last.path.length < offset) return;
    const at = last.path.length + indexed.length - path.length;
    indexed = [...indexed.slice(0, at), part, ...indexed.slice(at)];
    offset = last.path.length;
  });
  return indexed;
}
