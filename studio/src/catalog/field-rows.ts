import type { JsonSchema } from '@patchbay/shared/catalog';

/** A field of a schema as the documentation lists it. */
export interface FieldRow {
  path: string;
  name: string;
  depth: number;
  type: string;
  about: string;
  required: boolean;
  isSecret: boolean;
}

const DEEPEST = 4;

/** All fields of a schema, those of nested objects and lists below their own. */
export function fieldRows(
  schema: JsonSchema,
  {
    depth = 0,
    above = '',
    root = schema,
  }: { depth?: number; above?: string; root?: JsonSchema } = {},
): FieldRow[] {
  if (depth > DEEPEST) return [];
  const resolve = (one: JsonSchema): JsonSchema => resolved(one, root);
  const parts = [resolve(schema), ...(resolve(schema).allOf ?? []).map(resolve)];
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const properties = Object.assign({}, ...parts.map((part) => part.properties)) as Record<
    string,
    JsonSchema
  >;
  const own = Object.entries(properties).flatMap(([name, referred]) => {
    const field = resolve(referred);
    const path = `${above}.${name}`;
    const row: FieldRow = {
      path,
      name,
      depth,
      type: typeWords(field),
      about: [field.title, field.description].filter(Boolean).join('. '),
      required: required.has(name),
      isSecret: field['x-secret'] === true,
    };
    const inner = typeof field.items === 'object' ? field.items : field;
    return [row, ...fieldRows(inner, { depth: depth + 1, above: path, root })];
  });
  const { oneOf, anyOf, items } = resolve(schema);
  if (depth === 0 && typeof items === 'object') return fieldRows(items, { depth, above, root });
  const variants = oneOf ?? anyOf ?? [];
  const inner = variants.flatMap((variant, i) =>
    fieldRows(variant, { depth, above: `${above}~${i}`, root }),
  );
  return [...own, ...inner];
}

function resolved(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const { $ref: ref, ...own } = schema;
  if (ref === undefined) return schema;
  return { ...root.$defs?.[ref.replace('#/$defs/', '')], ...own };
}

function typeWords(field: JsonSchema): string {
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.enum) return field.enum.map((value) => JSON.stringify(value)).join(' | ');
  const type = [field.type ?? (field.oneOf ? 'one of' : 'any')].flat().join(' | ');
  return type === 'array' ? 'list' : type;
}
