import type { JsonSchema } from './json-schema.ts';

/** What is known of one field: its types, and whether a value must be given. */
interface FieldFact {
  type: string;
  required: boolean;
}

/** Levels that are compared; deeper differences are seen as "changed" alone. */
const DEEPEST = 4;

/** How the fields of a schema differ from before. Names are dotted paths; `[]` stands for any item. */
export interface FieldDifference {
  added: string[];
  /** Added and required, or newly required. */
  demanded: string[];
  removed: string[];
  /** Another type than before. */
  retyped: string[];
}

interface Side {
  schema: JsonSchema | undefined;
  defs?: Record<string, JsonSchema>;
}

export function compareFields(before: Side, after: Side): FieldDifference {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  const difference: FieldDifference = { added: [], demanded: [], removed: [], retyped: [] };
  for (const [path, fact] of now) {
    const known = old.get(path);
    if (!known) difference.added.push(path);
    else if (known.type !== fact.type) difference.retyped.push(path);
    const wasThere = known !== undefined || isBelowNew(path, old, now);
    if (fact.required && !known?.required && (known || !wasThere)) difference.demanded.push(path);
  }
  for (const path of old.keys()) if (!now.has(path)) difference.removed.push(path);
  return difference;
}

/** Fields of an object that is new itself ask nothing of those who do not use it. */
function isBelowNew(
  path: string,
  old: Map<string, FieldFact>,
  now: Map<string, FieldFact>,
): boolean {
  const above = path.slice(0, path.lastIndexOf('.'));
  return path.includes('.') && !old.has(above) && now.get(above)?.required !== true;
}

function fieldsOf({ schema, defs = {} }: Side): Map<string, FieldFact> {
  const found = new Map<string, FieldFact>();
  const walk = (one: JsonSchema, above: string, depth: number): void => {
    if (depth > DEEPEST) return;
    const own = resolve(one, defs);
    if (typeof own.items === 'object') walk(own.items, `${above}[]`, depth + 1);
    const required = new Set(own.required);
    for (const [name, field] of Object.entries(own.properties ?? {})) {
      const path = above === '' ? name : `${above}.${name}`;
      if (found.has(path)) continue;
      found.set(path, { type: typeOf(resolve(field, defs)), required: required.has(name) });
      walk(field, path, depth + 1);
    }
    for (const part of [own.allOf, own.anyOf, own.oneOf].flat())
      if (part) walk(part, above, depth + 1);
  };
  if (schema) walk(schema, '', 0);
  return found;
}

function resolve(schema: JsonSchema, defs: Record<string, JsonSchema>): JsonSchema {
  let current = schema;
  for (let i = 0; current.$ref !== undefined && i < 20; i++)
    current = defs[current.$ref.replace('#/$defs/', '')] ?? {};
  return current;
}

function typeOf({ type }: JsonSchema): string {
  return [type ?? 'any'].flat().toSorted().join(' or ');
}
