import type { JsonSchema } from '@patchbay/shared/catalog';

import { fieldsOf, resolve, titleOf } from '#form';

import type { MappedField, Read } from './mapped-fields.ts';
import { pathKey } from './source-path.ts';
import { schemaType, type ValueType } from './source-tree.ts';
import type { TargetPath } from './target-path.ts';

/** A field of the output: one the schema asks for, or one the text makes. */
export interface TargetNode {
  path: TargetPath;
  title: string;
  type: ValueType;
  schema: JsonSchema;
  required: boolean;
  /** The part of the text that makes it. */
  field?: MappedField;
}

export interface TargetRow {
  node: TargetNode;
  depth: number;
  isBranch: boolean;
  isOpen: boolean;
}

/** What the rows are drawn from. */
export interface Target {
  schema: JsonSchema;
  fields: ReadonlyMap<string, MappedField>;
}

const DEEPEST = 12;

/** The output itself with its fields, as far as they are unfolded or hold `query`. */
export function targetRows(target: Target, toggled: ReadonlySet<string>, query = ''): TargetRow[] {
  const rows: TargetRow[] = [];
  const words = query.trim().toLowerCase();
  const visit = (node: TargetNode, depth: number): boolean => {
    const children = depth < DEEPEST ? childrenOf(target, node) : [];
    const byItself = depth < 2 || node.required || node.field !== undefined;
    const isOpen = words ? true : toggled.has(pathKey(node.path)) !== byItself;
    const at = rows.length;
    rows.push({ node, depth, isBranch: children.length > 0, isOpen });
    let holds = !words || node.title.toLowerCase().includes(words);
    if (isOpen) for (const child of children) if (visit(child, depth + 1)) holds = true;
    if (!holds) rows.length = at;
    return holds;
  };
  for (const child of childrenOf(target, rootOf(target))) visit(child, 0);
  return rows;
}

export function rootOf({ schema, fields }: Target): TargetNode {
  const root = { path: [], title: 'Output', required: true, field: fields.get('[]') };
  return { ...root, schema, type: schemaType(schema) ?? 'anything' };
}

export function childrenOf(target: Target, node: TargetNode): TargetNode[] {
  if (node.type === 'list') return childrenOfList(target, node);
  const own = resolve(node.schema, target.schema);
  const known = fieldsOf(own, {}, target.schema).map(({ name, schema, required }) =>
    fieldIn(target, node.path, name, { schema, required }),
  );
  const names = new Set(known.map(({ path }) => path.at(-1)));
  const extra = below(target, node.path).filter((path) => !names.has(path.at(-1)));
  return [...known, ...extra.map((path) => fieldIn(target, node.path, path.at(-1) ?? ''))];
}

/** A list that is written down shows its items; any other, the fields of its elements. */
function childrenOfList(target: Target, node: TargetNode): TargetNode[] {
  const schema = itemsOf(target, node);
  const written = below(target, node.path).filter((path) => typeof path.at(-1) === 'number');
  const isMapped = target.fields.get(pathKey([...node.path, 0]))?.maps !== undefined;
  if (written.length > 0 && !isMapped)
    return written.map((path) => fieldIn(target, node.path, path.at(-1) ?? 0, { schema }));
  const element = [...node.path, 0];
  return childrenOf(target, {
    ...node,
    path: element,
    schema,
    type: schemaType(schema) ?? 'object',
  });
}

function itemsOf(target: Target, node: TargetNode): JsonSchema {
  const { items } = resolve(node.schema, target.schema);
  return typeof items === 'object' ? resolve(items, target.schema) : {};
}

interface Known {
  schema?: JsonSchema;
  required?: boolean;
}

function fieldIn(
  target: Target,
  parent: TargetPath,
  name: string | number,
  { schema = {}, required = false }: Known = {},
): TargetNode {
  const path = [...parent, name];
  const own = resolve(schema, target.schema);
  const field = target.fields.get(pathKey(path));
  const title = typeof name === 'number' ? `Item ${name + 1}` : titleOf(name, own);
  return { path, title, schema: own, required, field, type: schemaType(own) ?? typeOfField(field) };
}

function typeOfField(field: MappedField | undefined): ValueType {
  if (field?.maps) return 'list';
  if (field?.node.kind === 'object') return 'object';
  return field?.node.kind === 'array' ? 'list' : 'anything';
}

/** Paths of the fields the text makes right below one. */
function below({ fields }: Target, path: TargetPath): TargetPath[] {
  const start = pathKey(path).slice(0, -1);
  return [...fields.values()]
    .map((field) => field.path)
    .filter((one) => one.length === path.length + 1 && pathKey(one).startsWith(start));
}

/** Required fields that nothing makes, where what is around them is made. */
export function missingFields(target: Target): TargetNode[] {
  const missing: TargetNode[] = [];
  const visit = (node: TargetNode, depth: number): void => {
    for (const one of depth < DEEPEST ? childrenOf(target, node) : []) {
      if (one.required && !one.field) missing.push(one);
      else if (one.field && !isOpaque(one.field)) visit(one, depth + 1);
    }
  };
  const root = rootOf(target);
  if (!root.field || !isOpaque(root.field)) visit(root, 0);
  return missing;
}

/** Made by code whose fields can't be told apart. */
export function isOpaque({ node, maps }: MappedField): boolean {
  return !maps && node.kind !== 'object' && node.kind !== 'array';
}

/** What a row's lines come from: its own reads, and those of the fields folded into it. */
export function rowReads(target: Target, { node, isOpen, isBranch }: TargetRow): Read[] {
  const { field, path } = node;
  if (!field) return [];
  const element = target.fields.get(pathKey([...path, 0]));
  const own = field.reads.length > 0 ? field.reads : element?.maps ? element.reads : [];
  if (isOpen || !isBranch) return own;
  const start = pathKey(path).slice(0, -1);
  const inside = [...target.fields.values()].filter(
    (one) => one !== field && pathKey(one.path).startsWith(start),
  );
  return [...own, ...inside.flatMap(({ reads }) => reads)];
}

/** True when a field is nothing but one value of the source. */
export function isPlain({ field }: TargetNode): boolean {
  const [read, ...more] = field?.reads ?? [];
  if (!field || field.maps || !read) return true;
  return more.length === 0 && read.start === field.node.start && read.end === field.node.end;
}
