import { removeField, setField } from '@patchbay/shared/mapping';

import { mappedFields, type MappedField } from './mapped-fields.ts';
import { pathKey, pathText, type SourcePath } from './source-path.ts';
import { childrenOf as sourceFields, type SourceNode } from './source-tree.ts';
import { scoreOf, WORTH_SAYING } from './suggest-source.ts';
import type { TargetPath } from './target-path.ts';
import { childrenOf, type Target, type TargetNode } from './target-tree.ts';

/** The target as a text makes it. */
export function targetOf(schema: Target['schema'], text: string): Target {
  const fields = mappedFields(text).map((field): [string, MappedField] => [
    pathKey(field.path),
    field,
  ]);
  return { schema, fields: new Map(fields) };
}

/**
 * The text with a line drawn from a source to a target. A list onto a list maps its elements, a
 * parent onto a parent its fields of like names; a value of a list's element onto a field of a list
 * maps that list first. What the text cannot hold in such a way comes back as it was.
 */
export function connect(
  text: string,
  schema: Target['schema'],
  source: SourceNode,
  node: TargetNode,
): string {
  const whole = text.trim() === '' ? '{}' : text;
  const target = targetOf(schema, whole);
  if (node.type === 'list' && source.type === 'list' && hasFields(target, node))
    return mapList(whole, target, source, node);
  if (node.type === 'object' && source.type === 'object' && hasFields(target, node))
    return fillFields(whole, schema, source, node);
  const ready = withListAround(whole, target, source, node.path);
  return setField(ready, node.path, pathText(source.path, scopeAt(ready, node.path)));
}

/** The text without what makes a field. */
export function disconnect(text: string, path: TargetPath): string {
  const last = path.at(-1);
  return typeof last === 'number' && last === 0
    ? removeField(text, path.slice(0, -1))
    : removeField(text, path);
}

function hasFields(target: Target, node: TargetNode): boolean {
  return childrenOf(target, node).length > 0;
}

/** `[source.{ … }]`: in brackets, because a list of one would come out as its element. */
function mapList(text: string, target: Target, source: SourceNode, node: TargetNode): string {
  const known = mapAt(target, node.path);
  const scope = scopeAt(text, node.path);
  const from = pathText(source.path, scope);
  const begun = known
    ? replaceSource(text, known, from)
    : setField(text, node.path, `[${from}.{  }]`);
  return fillFields(begun, target.schema, source, { ...node, path: [...node.path, 0] });
}

function mapAt({ fields }: Target, path: TargetPath): MappedField | undefined {
  const found = [fields.get(pathKey(path)), fields.get(pathKey([...path, 0]))];
  return found.find((field) => field?.maps);
}

/** Another list for the same fields. */
function replaceSource(text: string, { node }: MappedField, from: string): string {
  if (node.kind !== 'path') return text;
  const end = node.steps.at(-2)?.end ?? node.start;
  return text.slice(0, node.start) + from + text.slice(end);
}

/** Maps the fields of a parent that are not mapped yet and are called alike. */
function fillFields(
  text: string,
  schema: Target['schema'],
  source: SourceNode,
  node: TargetNode,
): string {
  const sources = sourceFields(source);
  const free = new Set(sources);
  const fields = childrenOf(targetOf(schema, text), inside(node));
  const pairs = fields
    .filter(({ field }) => !field)
    .flatMap((field) => sources.map((one) => ({ field, one, score: scoreOf(one, field) })))
    .filter(({ score }) => score >= WORTH_SAYING)
    .toSorted((a, b) => b.score - a.score);
  const done = new Set<TargetNode>();
  let next = text;
  for (const { field, one } of pairs) {
    if (done.has(field) || !free.has(one)) continue;
    done.add(field);
    free.delete(one);
    next = connect(next, schema, one, field);
  }
  return next;
}

/** The fields of a list's elements are asked for below the element. */
function inside(node: TargetNode): TargetNode {
  if (typeof node.path.at(-1) !== 'number') return node;
  const items = node.schema.items;
  return { ...node, schema: typeof items === 'object' ? items : node.schema, type: 'object' };
}

/** A field of a list's element needs the list mapped, if the value comes from one. */
function withListAround(
  text: string,
  target: Target,
  source: SourceNode,
  path: TargetPath,
): string {
  const at = path.findLastIndex((part) => typeof part === 'number');
  const list = path.slice(0, at);
  const isMade = mapAt(target, list) ?? target.fields.get(pathKey(path.slice(0, at + 1)));
  if (at < 0 || isMade || !source.list) return text;
  const from = pathText(source.list, scopeAt(text, list));
  return setField(text, list, `[${from}.{  }]`);
}

/** Whose element bare names mean at a path of the output. */
function scopeAt(text: string, path: TargetPath): SourcePath | undefined {
  const around = mappedFields(text).filter(
    (field) => field.maps && isBelow(path, elementPath(field.path)),
  );
  return around.at(-1)?.maps;
}

/** Below which path the fields of the elements stand. */
function elementPath(path: TargetPath): TargetPath {
  return typeof path.at(-1) === 'number' ? path : [...path, 0];
}

function isBelow(path: TargetPath, start: TargetPath): boolean {
  return path.length > start.length && start.every((part, i) => path[i] === part);
}
