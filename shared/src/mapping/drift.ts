import type { JsonSchema } from '#catalog';

import type { FieldPath } from './edit-text.ts';
import { fieldExpressions } from './field-expressions.ts';
import { nameOfKind } from './kind-words.ts';
import type { Read } from './known.ts';
import type { PayloadShape } from './payload-shape.ts';
import { readsOf } from './provenance.ts';
import { typeOfSchema } from './type-schema.ts';
import { alternatives, elementOf, union, type Type } from './type.ts';

/** How payloads differ from those a mapping was made for; lists are looked through in `path`. */
export interface ShapeChange {
  change: 'new' | 'missing' | 'changed';
  path: readonly string[];
  /** What it was and what it is, in words; absent where there was or is nothing. */
  was?: string;
  is?: string;
}

/** A change that a mapping feels, and the fields of its target that are hit. */
export interface DriftHit extends ShapeChange {
  fields: FieldPath[];
}

/** Deeper than this, and beyond so many changes, nobody is helped by hearing of more. */
const DEEPEST = 12;
const MOST = 200;

/**
 * Compares what documents look like now with what they looked like before. A field that some of the
 * earlier ones lacked too is not missing, and `null` beside another kind is no change.
 */
export function shapeChanges(before: PayloadShape, now: PayloadShape): ShapeChange[] {
  const changes: ShapeChange[] = [];
  compare(typeOfSchema(before as JsonSchema), typeOfSchema(now as JsonSchema), [], changes);
  return changes;
}

function compare(was: Type, is: Type, path: readonly string[], changes: ShapeChange[]): void {
  if (path.length > DEEPEST || changes.length >= MOST) return;
  const [before, after] = [kindsOf(was), kindsOf(is)];
  const strange = [...after].filter((kind) => kind !== 'null' && !before.has(kind));
  if (before.size > 0 && strange.length > 0 && !isOnlyNull(before))
    changes.push({ change: 'changed', path, was: words(before), is: words(after) });
  const [fieldsBefore, fieldsAfter] = [fieldsOf(was), fieldsOf(is)];
  if (!fieldsBefore || !fieldsAfter) return;
  for (const [name, { type, optional }] of fieldsBefore) {
    const found = fieldsAfter.get(name);
    const here = [...path, name];
    if (found) compare(type, found.type, here, changes);
    else if (!optional) changes.push({ change: 'missing', path: here, was: words(kindsOf(type)) });
  }
  for (const [name, { type }] of fieldsAfter)
    if (!fieldsBefore.has(name))
      changes.push({ change: 'new', path: [...path, name], is: words(kindsOf(type)) });
}

function isOnlyNull(kinds: Set<Type['kind']>): boolean {
  return kinds.size === 1 && kinds.has('null');
}

function kindsOf(type: Type): Set<Type['kind']> {
  const known = alternatives(type).filter(({ kind }) => kind !== 'unknown' && kind !== 'nothing');
  return new Set(known.map(({ kind }) => kind));
}

function words(kinds: Set<Type['kind']>): string {
  return [...kinds].map(nameOfKind).join(' or ') || 'nothing';
}

function fieldsOf(type: Type) {
  const objects = alternatives(elementOf(type).type).filter(({ kind }) => kind === 'object');
  const one = union(objects);
  return one.kind === 'object' ? one.fields() : undefined;
}

/**
 * Those of the changes that a mapping reads, each with the fields of its target that are made from
 * what changed. New fields hit nothing, so they are none of these.
 */
export function driftOf(text: string, changes: readonly ShapeChange[]): DriftHit[] {
  return changes.flatMap((change) => {
    if (change.change === 'new') return [];
    const fields = fieldsReading(text, change.path);
    return fields === undefined ? [] : [{ ...change, fields }];
  });
}

/**
 * The fields of a mapping whose value is made from what is at `path` of the document; the innermost
 * ones. Undefined when the mapping does not read it.
 */
export function fieldsReading(text: string, path: readonly string[]): FieldPath[] | undefined {
  const all = readsOf(text).reads;
  const reads = all.filter(
    (read, i) =>
      startsWith(read.path, path) || (isLast(read, all[i + 1]) && startsWith(path, read.path)),
  );
  if (reads.length === 0) return undefined;
  const hit = fieldExpressions(text).filter(({ start, end }) =>
    reads.some((read) => read.start >= start && read.end <= end),
  );
  const paths = hit.map((field) => field.path);
  return paths.filter(
    (one) => !paths.some((other) => other.length > one.length && startsWith(other, one)),
  );
}

/** Nothing further inside it is read: its value is taken as a whole. */
function isLast({ path }: Read, next: Read | undefined): boolean {
  return !next || next.path.length <= path.length || !startsWith(next.path, path);
}

function startsWith(path: FieldPath, start: FieldPath): boolean {
  return start.every((name, i) => path[i] === name);
}
