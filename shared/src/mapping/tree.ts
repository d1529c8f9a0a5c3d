/** Offsets in the text, `end` behind the last character. */
export interface Span {
  start: number;
  end: number;
}

/** A name in the text that binds or is bound: `$x` of a lambda, a bind, `@$x` or `#$i`; without `$`. */
export interface Binding extends Span {
  name: string;
}

/** What hangs behind a construct, in the order it applies: `[filter]` or `#$i`. */
export type Stage =
  | (Span & { kind: 'filter'; expression: TreeNode })
  | (Span & { kind: 'index'; binding: Binding });

/** `key: value` of an object constructor or a grouping. */
export interface Pair {
  key: TreeNode;
  value: TreeNode;
}

/** A grouping `{ key: value }` behind an expression. */
export interface Group extends Span {
  pairs: Pair[];
}

/** What a `%` stands for: the step that many levels up, found by its label. */
export interface ParentSlot {
  label: string;
  level: number;
}

/** One term of `^(>a, b)`; its span holds the direction too. */
export interface SortTerm extends Span {
  descending: boolean;
  expression: TreeNode;
}

/**
 * What every construct has. `start` to `end` holds it with all that hangs on it, `headEnd` is where
 * it ends by itself: `items` of `items[0]`. Marks that only evaluation needs follow jsonata's.
 */
export interface Construct extends Span {
  headEnd: number;
  /** Filters of a construct that is no step behind a dot; those of a step are its `stages`. */
  predicates?: Stage[];
  stages?: Stage[];
  group?: Group;
  focus?: Binding;
  index?: Binding;
  /** `[]` hangs on it: a single result stays a list. */
  keepArray?: true;
  /** It has to carry its bindings and ancestors from step to step. */
  tuple?: true;
  /** A list constructor at the end of a path, whose list is not flattened. */
  consArray?: true;
  /** A `%` further on refers to the context of this step. */
  ancestor?: ParentSlot;
}

export const BINARY_OPERATORS = [
  '+',
  '-',
  '*',
  '/',
  '%',
  '&',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'and',
  'or',
  'in',
] as const;
export type BinaryOperator = (typeof BINARY_OPERATORS)[number];

interface Parts {
  /** `a.b.c`; a field alone is a path of one step. */
  path: { steps: TreeNode[]; keepSingleton?: true };
  name: { value: string };
  wildcard: object;
  descendant: object;
  parent: { slot: ParentSlot };
  /** `$x`; the name is empty for `$` and `$` for `$$`. */
  variable: { name: string };
  literal: { value: string | number | boolean | null };
  regex: { source: string; flags: string };
  negate: { operand: TreeNode };
  array: { items: TreeNode[] };
  object: { pairs: Pair[] };
  binary: { operator: BinaryOperator; left: TreeNode; right: TreeNode };
  /** `[1..9]`: only inside a list constructor. */
  range: { left: TreeNode; right: TreeNode };
  bind: { binding: Binding; value: TreeNode };
  /** `left ~> right`. */
  apply: { left: TreeNode; right: TreeNode };
  condition: { condition: TreeNode; consequent: TreeNode; alternate?: TreeNode };
  /** `left ?: right`, when left is not true. */
  elvis: { left: TreeNode; right: TreeNode };
  /** `left ?? right`, when left is nothing. */
  coalesce: { left: TreeNode; right: TreeNode };
  call: { procedure: TreeNode; arguments: TreeNode[] };
  partial: { procedure: TreeNode; arguments: TreeNode[] };
  /** The `?` of a partial application. */
  placeholder: object;
  lambda: { parameters: Binding[]; signature?: string; body: TreeNode };
  block: { expressions: TreeNode[] };
  transform: { pattern: TreeNode; update: TreeNode; remove?: TreeNode };
  /** `^(…)`: a step of a path. */
  sort: { terms: SortTerm[] };
  /** A field's value that does not parse; only in the tree of a text that is refused. */
  broken: object;
}

export type TreeKind = keyof Parts;
export type TreeNodeOf<K extends TreeKind> = Construct & { kind: K } & Parts[K];

/** A construct of JSONata with its place, resolved as jsonata resolves it. */
export type TreeNode = { [K in TreeKind]: TreeNodeOf<K> }[TreeKind];

/** What jsonata skips: the text is exactly its tokens and these. */
export interface Trivia extends Span {
  kind: 'space' | 'comment';
}
