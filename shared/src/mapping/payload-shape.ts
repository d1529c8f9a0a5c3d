import { z } from 'zod';

import { isObject, type Json } from '#base';

/** What values look like, as the part of JSON Schema that needs no values: kinds, fields, items. */
export interface PayloadShape {
  type: string[];
  properties?: Record<string, PayloadShape>;
  required?: string[];
  items?: PayloadShape;
}

export const payloadShapeSchema: z.ZodType<PayloadShape> = z
  .lazy(() =>
    z.object({
      type: z.array(z.string()),
      properties: z.record(z.string(), payloadShapeSchema).optional(),
      required: z.array(z.string()).optional(),
      items: payloadShapeSchema.optional(),
    }),
  )
  .meta({ id: 'PayloadShape' });

/** An object with more fields than this is a table: its names are data, and say nothing of a shape. */
const MOST_FIELDS = 150;
const MOST_ITEMS = 50;
const DEEPEST = 10;
/** Shapes are kept for every step of every flow, so each is small. */
const MOST_PARTS = 1500;

/** The shape of a value. Of long lists the first elements are looked at; it never grows beyond a bound. */
export function shapeOfValue(value: Json): PayloadShape {
  return look(value, 0, { left: MOST_PARTS });
}

function look(value: Json, depth: number, budget: { left: number }): PayloadShape {
  budget.left -= 1;
  const cut = depth >= DEEPEST || budget.left <= 0;
  if (Array.isArray(value)) {
    if (cut || value.length === 0) return { type: ['array'] };
    const items = value.slice(0, MOST_ITEMS).map((item) => look(item, depth + 1, budget));
    return { type: ['array'], items: items.reduce(mergeShapes) };
  }
  if (!isObject(value)) return { type: [value === null ? 'null' : typeof value] };
  const names = Object.keys(value);
  if (cut || names.length > MOST_FIELDS) return { type: ['object'] };
  const fields = names.map((name) => [name, look(value[name] ?? null, depth + 1, budget)] as const);
  return objectShape(fields, names);
}

function objectShape(
  fields: readonly (readonly [string, PayloadShape])[],
  required: string[],
): PayloadShape {
  return { type: ['object'], properties: Object.fromEntries(fields), required };
}

/** What two values, or two sets of them, have between them: what only one has is not required. */
export function mergeShapes(one: PayloadShape, other: PayloadShape): PayloadShape {
  const type = [...new Set([...one.type, ...other.type])].toSorted();
  const items =
    one.items && other.items ? mergeShapes(one.items, other.items) : (one.items ?? other.items);
  return { ...fieldsOfBoth(one, other), type, ...(items && { items }) };
}

function fieldsOfBoth(one: PayloadShape, other: PayloadShape): Partial<PayloadShape> {
  const [a, b] = [isAnObject(one), isAnObject(other)];
  if (!a || !b) {
    const { properties, required } = a ? one : other;
    return properties ? { properties, required } : {};
  }
  // One of them is a table already.
  if (!one.properties || !other.properties) return {};
  const names = [...new Set([...Object.keys(one.properties), ...Object.keys(other.properties)])];
  if (names.length > MOST_FIELDS) return {};
  const properties = Object.fromEntries(
    names.flatMap((name) => {
      const [x, y] = [own(one, name), own(other, name)];
      const shape = x && y ? mergeShapes(x, y) : (x ?? y);
      return shape ? [[name, shape]] : [];
    }),
  );
  const required = (one.required ?? []).filter((name) => other.required?.includes(name));
  return { properties, required };
}

function isAnObject({ type }: PayloadShape): boolean {
  return type.includes('object');
}

function own({ properties = {} }: PayloadShape, name: string): PayloadShape | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** Shapes of what a flow's expressions read: `trigger`, and `steps.<key>`. */
export type PartShapes = Record<string, PayloadShape>;

/** The shape of the document expressions see. */
export function documentShape(parts: PartShapes): PayloadShape {
  const entries = Object.entries(parts);
  const steps = entries.flatMap(([part, shape]) =>
    part.startsWith(STEPS) ? [[part.slice(STEPS.length), shape] as const] : [],
  );
  const trigger = entries.filter(([part]) => part === 'trigger');
  return allRequired([...trigger, ['steps', allRequired(steps)]]);
}

const STEPS = 'steps.';

function allRequired(fields: readonly (readonly [string, PayloadShape])[]): PayloadShape {
  return objectShape(
    fields,
    fields.map(([name]) => name),
  );
}
