/** A field of an object type; `optional` when it may be missing. */
export interface TypeField {
  type: Type;
  optional: boolean;
}

/** `any`: may have other fields; `undeclared`: none are known; `closed`: it can't have others. */
export type Openness = 'any' | 'undeclared' | 'closed';

/**
 * What is known of a value. Fields and items are worked out when asked for, so a type that holds
 * itself costs nothing. `nothing` in a union says that there may be no value.
 */
export type Type =
  | { kind: 'unknown' | 'nothing' | 'function' }
  | { kind: 'string' | 'number' | 'boolean' | 'null'; values?: readonly unknown[] }
  | { kind: 'object'; fields: () => ReadonlyMap<string, TypeField>; open: Openness }
  | { kind: 'list'; item: () => Type }
  | { kind: 'union'; of: readonly Type[] };

export type ObjectType = Extract<Type, { kind: 'object' }>;

export const UNKNOWN: Type = { kind: 'unknown' };
export const NOTHING: Type = { kind: 'nothing' };
export const STRING: Type = { kind: 'string' };
export const NUMBER: Type = { kind: 'number' };
export const BOOLEAN: Type = { kind: 'boolean' };
export const FUNCTION: Type = { kind: 'function' };

export function listOf(item: Type): Type {
  return { kind: 'list', item: () => item };
}

export function objectOf(
  fields: ReadonlyMap<string, TypeField>,
  open: Openness = 'undeclared',
): Type {
  return { kind: 'object', fields: () => fields, open };
}

/** What a type may be, none of them a union. */
export function alternatives(type: Type): readonly Type[] {
  return type.kind === 'union' ? type.of : [type];
}

/** Beyond this many objects in a union, nobody is helped by knowing them apart. */
const MOST_OBJECTS = 8;

export function union(types: readonly Type[]): Type {
  const all = types.flatMap(alternatives);
  if (all.length === 0) return NOTHING;
  if (all.some(({ kind }) => kind === 'unknown')) return UNKNOWN;
  const kept = new Map<unknown, Type>();
  const items: (() => Type)[] = [];
  for (const type of all) {
    if (type.kind === 'list') items.push(type.item);
    else kept.set(type.kind === 'object' ? type.fields : type.kind, mergeScalar(type, kept));
  }
  const objects = [...kept.values()].filter(({ kind }) => kind === 'object');
  if (objects.length > MOST_OBJECTS) return UNKNOWN;
  const [item] = items;
  if (item) {
    const list = items.length === 1 ? item : () => union(items.map((each) => each()));
    kept.set('list', { kind: 'list', item: list });
  }
  const of = [...kept.values()];
  return of.length === 1 ? (of[0] ?? NOTHING) : { kind: 'union', of };
}

function mergeScalar(type: Type, kept: Map<unknown, Type>): Type {
  const known = kept.get(type.kind);
  if (!known || !('values' in type) || !('values' in known))
    return known ? ({ kind: type.kind } as Type) : type;
  return { ...type, values: [...new Set([...(known.values ?? []), ...(type.values ?? [])])] };
}

export function mayBeNothing(type: Type): boolean {
  return alternatives(type).some(({ kind }) => kind === 'nothing' || kind === 'unknown');
}

/** The type without the possibility that there is no value. */
export function present(type: Type): Type {
  return union(alternatives(type).filter(({ kind }) => kind !== 'nothing'));
}

export function optional(type: Type): Type {
  return type.kind === 'unknown' ? type : union([type, NOTHING]);
}

/** One element of what is looked through as a list: of a list its item, of anything else itself. */
export function elementOf(type: Type): { type: Type; many: boolean } {
  const all = alternatives(type);
  const many = all.some(({ kind }) => kind === 'list');
  const elements = all.map((each) => (each.kind === 'list' ? each.item() : each));
  return { type: union(elements), many };
}
