import {
  buildShape,
  nameText,
  parseTree,
  shapeOf,
  type Shape,
  type ShapeOf,
  type ShapePart,
} from '@patchbay/shared/mapping';

/** The ways a field can be made that have a small form of their own. */
export const SHAPE_WORDS = {
  constant: 'Fixed value',
  path: 'A source value',
  concat: 'Joined text',
  conditional: 'If … then',
  fallback: 'Value, or else',
  lookup: 'Looked up in a list',
  pick: 'Looked up by name',
  groupBy: 'Grouped',
  sort: 'Sorted',
  opaque: 'Code',
} as const;
export type ShownShape = keyof typeof SHAPE_WORDS;

/** One expression inside a shape, and the shape with another in its place. */
export interface ShapeSlot {
  label: string;
  text: string;
  put: (text: string) => Shape;
}

/** The shape of a field's code; what has no small form is code. */
export function shownShape(code: string): Shape & { kind: ShownShape } {
  const { root } = parseTree(code);
  const shape = root ? shapeOf(code, root) : undefined;
  return shape && isShown(shape) ? shape : { kind: 'opaque', text: code };
}

function isShown(shape: Shape): shape is Shape & { kind: ShownShape } {
  return Object.hasOwn(SHAPE_WORDS, shape.kind);
}

/** The expressions a shape is made of, as a form asks for them. */
export function slotsOf(shape: Shape): ShapeSlot[] {
  switch (shape.kind) {
    case 'concat':
      return shape.parts.map((part, i) =>
        slot(`Part ${i + 1}`, part, (next) => ({ ...shape, parts: shape.parts.with(i, next) })),
      );
    case 'conditional':
      return [
        slot('If', shape.condition, (condition) => ({ ...shape, condition })),
        slot('Then', shape.consequent, (consequent) => ({ ...shape, consequent })),
        slot('Otherwise', shape.alternate, ({ text }) => ({
          ...shape,
          alternate: text.trim() === '' ? undefined : { text },
        })),
      ];
    case 'fallback':
      return [
        slot('Value', shape.value, (value) => ({ ...shape, value })),
        slot('When there is none', shape.otherwise, (otherwise) => ({ ...shape, otherwise })),
      ];
    case 'lookup':
      return lookupSlots(shape);
    case 'pick':
      return [
        slot('In', shape.table, (table) => ({ ...shape, table })),
        slot('The field called', shape.key, (key) => ({ ...shape, key })),
      ];
    case 'groupBy':
      return [
        slot('The list', shape.source, (source) => ({ ...shape, source })),
        ...pairSlots(shape),
      ];
    case 'sort':
      return [
        slot('The list', shape.source, (source) => ({ ...shape, source })),
        ...termSlots(shape),
      ];
    default: {
      const whole = { text: buildShape(shape) };
      return [slot('Expression', whole, ({ text }) => ({ kind: 'opaque', text }))];
    }
  }
}

function slot(
  label: string,
  part: ShapePart | undefined,
  put: (part: ShapePart) => Shape,
): ShapeSlot {
  return { label, text: part?.text ?? '', put: (text) => put({ text }) };
}

function lookupSlots(shape: ShapeOf<'lookup'>): ShapeSlot[] {
  const takes = { text: shape.result.map(nameText).join('.') };
  return [
    slot('In the list', shape.table, (table) => ({ ...shape, table })),
    slot('Where its', shape.by, (by) => ({ ...shape, by })),
    slot('Is', shape.key, (key) => ({ ...shape, key })),
    slot('Take its', takes, ({ text }) => ({ ...shape, result: namesIn(text) })),
  ];
}

function namesIn(text: string): string[] {
  return (text.match(/`[^`]*`|[^.\s]+/g) ?? []).map((name) => name.replaceAll('`', ''));
}

function pairSlots(shape: ShapeOf<'groupBy'>): ShapeSlot[] {
  const put = (i: number, pair: (typeof shape.pairs)[number]): Shape => ({
    ...shape,
    pairs: shape.pairs.with(i, pair),
  });
  return shape.pairs.flatMap((pair, i) => [
    slot('Key', pair.key, (key) => put(i, { ...pair, key })),
    slot('Value', pair.value, (value) => put(i, { ...pair, value })),
  ]);
}

function termSlots(shape: ShapeOf<'sort'>): ShapeSlot[] {
  return shape.terms.map((term, i) =>
    slot('By', term.by, (by) => ({
      ...shape,
      terms: shape.terms.with(i, { ...term, by }),
    })),
  );
}

/** A shape of that kind to begin with, around what the field holds now. */
export function beginShape(kind: ShownShape, code: string): Shape {
  const now: ShapePart = { text: code.trim() === '' ? '""' : code };
  switch (kind) {
    case 'concat':
      return { kind, parts: [now, { text: '" "' }] };
    case 'conditional':
      // Without a third part it is nothing, which no field minds.
      return { kind, condition: { text: 'true' }, consequent: now };
    case 'fallback':
      return { kind, operator: '??', value: now, otherwise: { text: '""' } };
    case 'lookup': {
      const table = { text: 'vars.table' };
      return { kind, table, by: { text: 'id' }, key: now, first: true, result: ['name'] };
    }
    case 'pick':
      return { kind, table: { text: 'vars.table' }, key: now };
    case 'groupBy':
      return { kind, source: now, pairs: [{ key: { text: 'id' }, value: { text: '$' } }] };
    case 'sort':
      return { kind, source: now, terms: [{ descending: false, by: { text: 'id' } }] };
    case 'constant':
      return { kind, value: '' };
    case 'path':
    case 'opaque':
      return { kind: 'opaque', text: now.text };
  }
}
