import { isObject, type JsonObject } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';

import type { Gaps } from './gaps.ts';
import { plainKeywords } from './plain-keywords.ts';
import { atPointer } from './references.ts';

const MAPS = ['properties', 'patternProperties', 'dependentSchemas'];
const SCHEMAS = ['additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];

/**
 * Turns the schemas of a document into JSON Schema 2020-12, each once. A reference stays one, into
 * `$defs`, so that circular schemas cost nothing and an action takes only what it reaches.
 */
export class SchemaConverter {
  readonly defs: Record<string, JsonSchema> = {};
  private readonly document: unknown;
  private readonly gaps: Gaps;
  private readonly names = new Map<string, string>();
  private readonly open: { name: string; target: unknown }[] = [];

  constructor(document: unknown, gaps: Gaps) {
    this.document = document;
    this.gaps = gaps;
  }

  /** A schema of the document with all it refers to; anything else gives the schema of any value. */
  convert(schema: unknown): JsonSchema {
    const made = this.one(schema);
    for (let next = this.open.pop(); next !== undefined; next = this.open.pop())
      this.defs[next.name] = this.one(next.target);
    return made;
  }

  private one(schema: unknown): JsonSchema {
    if (!isObject(schema)) return {};
    const made: JsonSchema = plainKeywords(schema, this.gaps);
    if (typeof schema.$ref === 'string') Object.assign(made, this.reference(schema.$ref));
    for (const key of MAPS) if (isObject(schema[key])) made[key] = this.each(schema[key]);
    for (const key of SCHEMAS) {
      const value = schema[key];
      if (typeof value === 'boolean') made[key] = value;
      else if (isObject(value)) made[key] = this.one(value);
    }
    for (const key of LISTS) {
      const value = schema[key];
      if (Array.isArray(value) && value.length > 0) made[key] = value.map((v) => this.one(v));
    }
    this.addItems(schema, made);
    return schema.nullable === true ? orNull(made) : made;
  }

  /** What a converted schema stands for, through its references. */
  resolve(schema: JsonSchema): JsonSchema {
    let made = schema;
    for (let i = 0; made.$ref !== undefined && i < 20; i++)
      made = this.defs[made.$ref.replace('#/$defs/', '')] ?? {};
    return made;
  }

  private each(schemas: JsonObject): Record<string, JsonSchema> {
    return Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, this.one(schema)]),
    );
  }

  private addItems(schema: JsonObject, made: JsonSchema): void {
    if (Array.isArray(schema.items)) made.prefixItems = schema.items.map((v) => this.one(v));
    else if (isObject(schema.items)) made.items = this.one(schema.items);
  }

  private reference(ref: string): JsonSchema {
    if (!ref.startsWith('#')) {
      this.gaps.add('external_ref', ref);
      return {};
    }
    const known = this.names.get(ref);
    if (known !== undefined) return { $ref: `#/$defs/${known}` };
    const target = ref === '#' ? undefined : atPointer(this.document, ref);
    if (target === undefined) {
      this.gaps.add('broken_ref', ref);
      return {};
    }
    const name = this.nameFor(ref);
    this.names.set(ref, name);
    // Its turn comes later: a schema that reaches itself finds its own name, and chains need no stack.
    this.defs[name] = {};
    this.open.push({ name, target });
    return { $ref: `#/$defs/${name}` };
  }

  private nameFor(ref: string): string {
    const last = ref.startsWith('#/components/schemas/') ? ref.slice(21) : ref.slice(2);
    const plain = last.replace(/[^\w.-]+/g, '_') || 'schema';
    let name = plain === '__proto__' ? 'proto' : plain;
    for (let i = 2; Object.hasOwn(this.defs, name); i++) name = `${plain}_${i}`;
    return name;
  }
}

function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return {
    ...schema,
    type: [type, 'null'],
    ...(values && !values.includes(null) && { enum: [...values, null] }),
  };
}
