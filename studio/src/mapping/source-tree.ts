import type { JsonSchema } from '@patchbay/shared/catalog';

import { pathKey, type SourcePath } from './source-path.ts';

/** A beginning of the source tree: what started the run, a step, the variables. */
export interface SourceRoot {
  path: SourcePath;
  title: string;
  /** What it gave in the sample. */
  sample: unknown;
  schema?: JsonSchema;
}

/** A value expressions can read. */
export interface SourceNode {
  path: SourcePath;
  title: string;
  type: ValueType;
  sample: unknown;
  schema?: JsonSchema;
  /** The nearest list around it, when it belongs to the elements of one. */
  list?: SourcePath;
}

export type ValueType = 'text' | 'number' | 'yes/no' | 'list' | 'object' | 'nothing' | 'anything';

export interface SourceRow {
  node: SourceNode;
  depth: number;
  isBranch: boolean;
  isOpen: boolean;
}

const LOOKED_AT = 20;
const MOST_KEYS = 2000;

export function rootNode({ path, title, sample, schema }: SourceRoot): SourceNode {
  return { path, title, sample, schema, type: typeOf(sample, schema) };
}

/** The fields of an object, or those of a list's elements: what the schema says and the sample has. */
export function childrenOf(node: SourceNode): SourceNode[] {
  const isList = node.type === 'list';
  const schema = isList ? itemsOf(node.schema) : node.schema;
  const samples = isList ? elementsOf(node.sample) : [node.sample];
  const names = new Set(Object.keys(schema?.properties ?? {}));
  for (const sample of samples.slice(0, LOOKED_AT)) {
    if (isObject(sample)) for (const name of Object.keys(sample)) names.add(name);
    if (names.size > MOST_KEYS) break;
  }
  const list = isList ? node.path : node.list;
  return [...names].map((name) => {
    const holder = samples.find((one) => isObject(one) && name in one);
    const sample = isObject(holder) ? holder[name] : undefined;
    const own = schema?.properties?.[name];
    return {
      path: [...node.path, name],
      title: name,
      sample,
      schema: own,
      type: typeOf(sample, own),
      list,
    };
  });
}

/** The rows in sight: what is unfolded, or all that holds `query` with everything above it. */
export function sourceRows(
  roots: readonly SourceRoot[],
  toggled: ReadonlySet<string>,
  query = '',
): SourceRow[] {
  const rows: SourceRow[] = [];
  const words = query.trim().toLowerCase();
  const visit = (node: SourceNode, depth: number): boolean => {
    const children = isBranch(node) ? childrenOf(node) : [];
    const isOpen = words ? true : toggled.has(pathKey(node.path)) !== depth < 2;
    const at = rows.length;
    rows.push({ node, depth, isBranch: children.length > 0, isOpen });
    let holds = !words || node.title.toLowerCase().includes(words);
    if (isOpen && depth < 30)
      for (const child of children) if (visit(child, depth + 1)) holds = true;
    if (!holds) rows.length = at;
    return holds;
  };
  for (const root of roots) visit(rootNode(root), 0);
  return rows;
}

/** Values that hold something themselves, or the objects and lists around them; at most `most`. */
export function valuesOf(
  roots: readonly SourceRoot[],
  which: 'leaves' | 'branches',
  most = 2000,
): SourceNode[] {
  const open = roots.map(rootNode);
  const found: SourceNode[] = [];
  for (let i = 0; i < open.length && found.length < most; i++) {
    const node = open[i];
    if (!node) continue;
    const isHolder = isBranch(node);
    if (isHolder === (which === 'branches')) found.push(node);
    if (isHolder && node.path.length < 30) open.push(...childrenOf(node));
  }
  return found;
}

function isBranch({ type }: SourceNode): boolean {
  return type === 'object' || type === 'list';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Elements that are lists themselves are looked through, as JSONata does. */
function elementsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, LOOKED_AT).flat(2) : [];
}

function itemsOf(schema: JsonSchema | undefined): JsonSchema | undefined {
  return typeof schema?.items === 'object' ? schema.items : undefined;
}

const WORDS: Record<string, ValueType> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'yes/no',
  array: 'list',
  object: 'object',
  null: 'nothing',
};

/** What the sample is; where there is none, what the schema says. */
export function typeOf(sample: unknown, schema: JsonSchema | undefined): ValueType {
  if (Array.isArray(sample)) return 'list';
  if (sample === null || sample === undefined) return schemaType(schema) ?? 'nothing';
  return WORDS[typeof sample] ?? 'anything';
}

export function schemaType(schema: JsonSchema | undefined): ValueType | undefined {
  if (!schema) return undefined;
  if (schema.properties) return 'object';
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  return types.length === 1 ? WORDS[types[0] ?? ''] : 'anything';
}

/** What bare names mean in an element of a mapped list. */
export function contextAt(document: unknown, scope: SourcePath, element: number): unknown {
  let value = document;
  for (const name of scope) {
    const holder: unknown = Array.isArray(value) ? value[0] : value;
    value = isObject(holder) ? holder[name] : undefined;
  }
  return Array.isArray(value) ? (value[element] ?? value[0]) : value;
}
