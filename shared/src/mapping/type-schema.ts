import { isObject } from '#base';
import type { JsonSchema } from '#catalog';

import {
  alternatives,
  NOTHING,
  NUMBER,
  STRING,
  BOOLEAN,
  union,
  UNKNOWN,
  type Openness,
  type Type,
  type TypeField,
} from './type.ts';

/** References followed in a row before a schema counts as unknown: one may lead back to itself. */
const MOST_REFERENCES = 20;

/** The type a JSON Schema describes. References are followed as they are asked for. */
export function typeOfSchema(schema: JsonSchema, root: JsonSchema = schema, hops = 0): Type {
  if (schema.$ref !== undefined) {
    const target = hops < MOST_REFERENCES ? follow(schema.$ref, root) : undefined;
    return target ? typeOfSchema(target, root, hops + 1) : UNKNOWN;
  }
  if (schema.const !== undefined) return constant([schema.const]);
  if (schema.enum) return constant(schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices && !schema.properties)
    return union(choices.map((choice) => typeOfSchema(choice, root, hops + 1)));
  if (schema.allOf && hops < MOST_REFERENCES) {
    const { allOf, ...rest } = schema;
    const parts = [rest, ...allOf].filter((part) => Object.keys(part).length > 0);
    return parts.map((part) => typeOfSchema(part, root, hops + 1)).reduce(both, UNKNOWN);
  }
  return typeByName(schema, root);
}

function follow(reference: string, root: JsonSchema): JsonSchema | undefined {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let found: unknown = root;
  for (const part of reference.slice(2).split('/')) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return isObject(found) ? found : undefined;
}

function constant(values: readonly unknown[]): Type {
  return union(values.map((value) => typeOfSample(value)));
}

function typeByName(schema: JsonSchema, root: JsonSchema): Type {
  const { type, properties, items } = schema;
  const names = type === undefined ? [] : [type].flat();
  if (names.length === 0) {
    if (properties) return objectType(schema, root);
    return isObject(items) ? listType(schema, root) : UNKNOWN;
  }
  return union(names.map((name) => named(name, schema, root)));
}

function named(name: string, schema: JsonSchema, root: JsonSchema): Type {
  switch (name) {
    case 'object':
      return objectType(schema, root);
    case 'array':
      return listType(schema, root);
    case 'integer':
    case 'number':
      return NUMBER;
    case 'string':
      return STRING;
    case 'boolean':
      return BOOLEAN;
    case 'null':
      return { kind: 'null' };
    default:
      return UNKNOWN;
  }
}

function listType({ items }: JsonSchema, root: JsonSchema): Type {
  return { kind: 'list', item: () => (isObject(items) ? typeOfSchema(items, root) : UNKNOWN) };
}

function objectType(schema: JsonSchema, root: JsonSchema): Type {
  let known: Map<string, TypeField> | undefined;
  const fields = (): Map<string, TypeField> => {
    const required = new Set(schema.required ?? []);
    known ??= new Map(
      Object.entries(schema.properties ?? {}).map(([name, part]) => [
        name,
        { type: typeOfSchema(part, root), optional: !required.has(name) },
      ]),
    );
    return known;
  };
  return { kind: 'object', fields, open: opennessOf(schema) };
}

function opennessOf({ properties, additionalProperties }: JsonSchema): Openness {
  if (additionalProperties === false) return 'closed';
  return additionalProperties === undefined && properties ? 'undeclared' : 'any';
}

/** Elements of a list that are looked at: more would cost time and hardly tell more. */
const ELEMENTS = 100;

/** The type of a sample value; of long lists, the first elements are looked at. */
export function typeOfSample(value: unknown): Type {
  if (value === undefined) return NOTHING;
  if (value === null) return { kind: 'null' };
  if (Array.isArray(value)) {
    const seen: unknown[] = value.slice(0, ELEMENTS);
    return { kind: 'list', item: () => sampleItem(seen) };
  }
  if (typeof value === 'object') return sampleObject([value]);
  const kind = typeof value;
  return kind === 'string' || kind === 'number' || kind === 'boolean' ? { kind } : UNKNOWN;
}

function sampleItem(values: unknown[]): Type {
  if (values.length === 0) return UNKNOWN;
  const objects = values.filter(isObject);
  const others = values.filter((value) => !isObject(value)).map(typeOfSample);
  return union(objects.length > 0 ? [sampleObject(objects), ...others] : others);
}

/** What objects have between them; a field that one of them lacks is optional. */
function sampleObject(objects: object[]): Type {
  let known: Map<string, TypeField> | undefined;
  const fields = (): Map<string, TypeField> => (known ??= mergeFields(objects));
  return { kind: 'object', fields, open: 'undeclared' };
}

function mergeFields(objects: object[]): Map<string, TypeField> {
  const values = new Map<string, unknown[]>();
  for (const object of objects) {
    for (const [name, value] of Object.entries(object)) {
      const known = values.get(name);
      if (known) known.push(value);
      else values.set(name, [value]);
    }
  }
  return new Map(
    [...values].map(([name, found]) => [
      name,
      { type: sampleItem(found), optional: found.length < objects.length },
    ]),
  );
}

/** What two sources know of the same value, such as its schema and a sample. */
export function both(one: Type, other: Type): Type {
  if (one.kind === 'unknown' || one.kind === 'nothing') return other;
  if (other.kind === 'unknown' || other.kind === 'nothing') return one;
  if (one.kind === 'object' && other.kind === 'object') return bothObjects(one, other);
  if (one.kind === 'list' && other.kind === 'list')
    return { kind: 'list', item: () => both(one.item(), other.item()) };
  return one.kind === 'union' || one.kind !== other.kind ? union([one, other]) : one;
}

function bothObjects(
  one: Extract<Type, { kind: 'object' }>,
  other: Extract<Type, { kind: 'object' }>,
): Type {
  const fields = (): Map<string, TypeField> => {
    const all = new Map(one.fields());
    for (const [name, field] of other.fields()) {
      const known = all.get(name);
      all.set(name, known ? { ...known, type: both(known.type, field.type) } : field);
    }
    return all;
  };
  const open = one.open === 'any' || other.open === 'any' ? 'any' : one.open;
  return { kind: 'object', fields, open };
}

/** How deep a type is written out: it may hold itself. */
const DEEPEST = 8;

/** A type as JSON Schema, for views and for storing. */
export function schemaOfType(type: Type, depth = 0): JsonSchema {
  if (depth > DEEPEST) return {};
  switch (type.kind) {
    case 'unknown':
    case 'function':
    case 'nothing':
      return {};
    case 'list':
      return { type: 'array', items: schemaOfType(type.item(), depth + 1) };
    case 'object':
      return schemaOfObject(type, depth);
    case 'union': {
      const of = alternatives(type).filter(({ kind }) => kind !== 'nothing');
      const choices = of.map((each) => schemaOfType(each, depth));
      const simple = choices.every((each) => Object.keys(each).join() === 'type');
      if (choices.length === 1) return choices[0] ?? {};
      return simple ? { type: choices.flatMap((each) => each.type ?? []) } : { anyOf: choices };
    }
    default:
      return { type: type.kind };
  }
}

function schemaOfObject(type: Extract<Type, { kind: 'object' }>, depth: number): JsonSchema {
  const fields = [...type.fields()];
  const required = fields.flatMap(([name, { optional }]) => (optional ? [] : [name]));
  const properties = Object.fromEntries(
    fields.map(([name, field]) => [name, schemaOfType(field.type, depth + 1)]),
  );
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

/**
 * The JSON Schema of a sample.
 * @example schemaOf({ a: [1] }) // { type: 'object', properties: { a: { type: 'array', … } }, … }
 */
export function schemaOf(sample: unknown): JsonSchema {
  return schemaOfType(typeOfSample(sample));
}
