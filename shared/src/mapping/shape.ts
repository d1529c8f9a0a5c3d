import type { Json } from '#base';

/** A part of an expression that is an expression itself. `start` counts from the text's start. */
export interface ShapePart {
  text: string;
  start?: number;
}

/**
 * What an expression is, as far as a small picture shows it; parts can be read again. Names inside
 * a list's body, a filter, a sort or a grouping belong to the element.
 */
export type Shape =
  | { kind: 'constant'; value: Exclude<Json, object> | null }
  /** `from` is '' for the context, or the variable it starts from: `$`, `$$`, `$order`. */
  | { kind: 'path'; from: string; segments: string[]; keepArray: boolean }
  | { kind: 'conditional'; condition: ShapePart; consequent: ShapePart; alternate?: ShapePart }
  /** `?:` when the value is not true, `??` when there is none. */
  | { kind: 'fallback'; operator: '?:' | '??'; value: ShapePart; otherwise: ShapePart }
  | { kind: 'concat'; parts: ShapePart[] }
  /** `table[by = key].result`: of the first that fits when `first`. */
  | {
      kind: 'lookup';
      table: ShapePart;
      by: ShapePart;
      key: ShapePart;
      first: boolean;
      result: string[];
    }
  /** `$lookup(table, key)`: the field of an object whose name is computed. */
  | { kind: 'pick'; table: ShapePart; key: ShapePart }
  | { kind: 'groupBy'; source: ShapePart; pairs: { key: ShapePart; value: ShapePart }[] }
  | { kind: 'sort'; source: ShapePart; terms: { descending: boolean; by: ShapePart }[] }
  /** `source.{ … }`: `body` is the object of one element. */
  | { kind: 'listMap'; source: ShapePart; body: ShapePart; keepArray: boolean }
  | { kind: 'object'; fields: { key: string; value: ShapePart }[] }
  | { kind: 'list'; items: ShapePart[] }
  | { kind: 'opaque'; text: string };

export type ShapeKind = Shape['kind'];
export type ShapeOf<K extends ShapeKind> = Extract<Shape, { kind: K }>;
