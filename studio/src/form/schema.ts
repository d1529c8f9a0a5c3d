import type { JsonSchema } from '@patchbay/shared/catalog';

import { holdsFor } from './validate.ts';

/** How a field is asked for. */
export type FieldKind =
  | 'text'
  | 'secret'
  | 'multiline'
  | 'code'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'options'
  | 'object'
  | 'list'
  | 'variants'
  | 'json';

/** A property as a form shows it. */
export interface FormField {
  name: string;
  schema: JsonSchema;
  required: boolean;
}

const LONGEST_REF = 20;

/** The schema behind a `$ref` into `$defs`; parts in the schema itself win. */
export function resolve(schema: JsonSchema, root: JsonSchema): JsonSchema {
  let current = schema;
  for (let i = 0; current.$ref && i < LONGEST_REF; i++) {
    const name = current.$ref.replace('#/$defs/', '');
    const { $ref: _, ...own } = current;
    current = { ...root.$defs?.[name], ...own };
  }
  return current;
}

/** The widget for a schema. What nothing fits is edited as JSON. */
export function kindOf(schema: JsonSchema): FieldKind {
  if (schema['x-secret']) return 'secret';
  if (schema['x-options']) return 'options';
  if (schema.enum) return 'choice';
  if (variantsOf(schema).length > 0) return 'variants';
  const type = mainType(schema);
  if (type === 'object') return 'object';
  if (type === 'array') return typeof schema.items === 'object' ? 'list' : 'json';
  if (type === 'number' || type === 'integer') return 'number';
  if (type === 'boolean') return 'boolean';
  if (schema['x-language']) return 'code';
  if (type !== 'string') return 'json';
  return schema['x-multiline'] ? 'multiline' : 'text';
}

function mainType(schema: JsonSchema): string | undefined {
  if (schema.type === undefined) return schema.properties ? 'object' : undefined;
  const types = [schema.type].flat().filter((type) => type !== 'null');
  return types.length === 1 ? types[0] : undefined;
}

/** The alternatives of `oneOf`/`anyOf` when they are objects told apart by a constant. */
export function variantsOf(schema: JsonSchema): JsonSchema[] {
  const all = schema.oneOf ?? schema.anyOf ?? [];
  return all.length > 0 && all.every((one) => one.properties !== undefined) ? all : [];
}

/** The property whose constant tells the variants apart: `type`. */
export function discriminatorOf(variants: JsonSchema[]): string | undefined {
  const names = Object.keys(variants[0]?.properties ?? {});
  return names.find((name) => variants.every((one) => one.properties?.[name]?.const !== undefined));
}

/** Which variant a value is: by its constant, else the first it is valid for, else the first. */
export function variantIndex(schema: JsonSchema, value: unknown): number {
  const variants = variantsOf(schema);
  const by = discriminatorOf(variants);
  const values = (value ?? {}) as Record<string, unknown>;
  const found = variants.findIndex((one) =>
    by ? one.properties?.[by]?.const === values[by] : holdsFor(one, value),
  );
  return Math.max(0, found);
}

/** What a variant is called. */
export function variantTitle(variant: JsonSchema, by: string | undefined): string {
  const constant = by ? variant.properties?.[by]?.const : undefined;
  return variant.title ?? (typeof constant === 'string' ? constant : 'Option');
}

/** The fields of an object as it is now: its properties, those of `allOf` and of the `then` that holds. */
export function fieldsOf(schema: JsonSchema, value: unknown, root: JsonSchema): FormField[] {
  const parts = partsOf(schema, value, root);
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const properties: Record<string, JsonSchema> = {};
  for (const part of parts) {
    for (const [name, own] of Object.entries(part.properties ?? {})) {
      properties[name] = { ...properties[name], ...resolve(own, root) };
    }
  }
  return Object.entries(properties)
    .filter(([, own]) => own.const === undefined)
    .map(([name, own], at) => ({ name, schema: own, required: required.has(name), at }))
    .toSorted((a, b) => (a.schema['x-order'] ?? a.at) - (b.schema['x-order'] ?? b.at));
}

function partsOf(schema: JsonSchema, value: unknown, root: JsonSchema): JsonSchema[] {
  const own = resolve(schema, root);
  const variants = variantsOf(own);
  const variant = variants[variantIndex(own, value)];
  const parts = [own, ...(own.allOf ?? []), ...(variant ? [variant] : [])];
  return parts.flatMap((part) => {
    const condition = part.if as JsonSchema | undefined;
    if (!condition) return [part];
    const then = (holdsFor(condition, value) ? part.then : part.else) as JsonSchema | undefined;
    return then ? [part, then] : [part];
  });
}

/** The label of a field: its title, or its name in words. */
export function titleOf(name: string, schema: JsonSchema): string {
  if (schema.title) return schema.title;
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll(/[_-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** A value to start from: the default, the constant, or the emptiest of its type. */
export function startValue(schema: JsonSchema, root: JsonSchema): unknown {
  const own = resolve(schema, root);
  if (own.default !== undefined) return own.default;
  if (own.const !== undefined) return own.const;
  const kind = kindOf(own);
  if (kind === 'variants') return variantStart(variantsOf(own)[0] ?? {}, root);
  if (kind === 'object') return objectStart(own, root);
  if (kind === 'list') return [];
  return kind === 'boolean' ? false : undefined;
}

/** A variant with its constant and the defaults of its fields. */
export function variantStart(variant: JsonSchema, root: JsonSchema): Record<string, unknown> {
  return objectStart(variant, root);
}

function objectStart(schema: JsonSchema, root: JsonSchema): Record<string, unknown> {
  const entries = Object.entries(schema.properties ?? {})
    .map(([name, own]) => [name, resolve(own, root)] as const)
    .filter(([, own]) => own.default !== undefined || own.const !== undefined)
    .map(([name, own]) => [name, own.default ?? own.const] as const);
  return Object.fromEntries(entries);
}

/** What a new item of a list holds when its schema says nothing to start from. */
export function emptyOf({ type }: JsonSchema): unknown {
  const [first] = [type ?? 'null'].flat();
  if (first === 'string') return '';
  if (first === 'object') return {};
  return first === 'number' || first === 'integer' ? 0 : null;
}
