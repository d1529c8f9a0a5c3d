import type { Inference } from './infer.ts';
import type { Known, Scope } from './known.ts';
import type { TreeNode, TreeNodeOf } from './tree.ts';
import {
  alternatives,
  BOOLEAN,
  elementOf,
  listOf,
  NUMBER,
  optional,
  present,
  STRING,
  union,
  UNKNOWN,
  type Type,
} from './type.ts';

interface Call {
  node: TreeNodeOf<'call'>;
  /** Its arguments, that before a `~>` included. */
  args: TreeNode[];
}

/** What a function of lists gives, from the list and what its lambda gives. */
type Over = (list: Type, body: Type) => Type;

const itemOf = (list: Type): Type => present(elementOf(list).type);
const some = (item: Type): Type => optional(union([item, listOf(item)]));

/** Functions whose lambda gets `(item, index, list)`. */
const OVER: Record<string, Over> = {
  map: (_list, body) => some(itemOf(body)),
  filter: (list) => some(itemOf(list)),
  single: (list) => itemOf(list),
};

/** Functions that give what they got, or parts of it. */
const SAME: Record<string, (list: Type) => Type> = {
  reverse: (list) => listOf(itemOf(list)),
  sort: (list) => listOf(itemOf(list)),
  shuffle: (list) => listOf(itemOf(list)),
  distinct: (list) => list,
  append: () => UNKNOWN,
};

export function callType(inference: Inference, { node, args }: Call, scope: Scope): Known {
  const { procedure } = node;
  inference.scopes.set(procedure, scope);
  const name = procedure.kind === 'variable' ? procedure.name : undefined;
  if (name === undefined || scope.variables.has(name) || inference.isBound(name)) {
    inference.of(procedure, scope);
    for (const arg of args) inference.of(arg, scope);
    return { type: UNKNOWN };
  }
  if (!inference.functions.has(name)) reportUnknown(inference, name, procedure.start);
  const over = OVER[name];
  const [list, lambda] = args;
  if (over && list) return { type: overList(inference, { over, list, lambda }, scope) };
  const types = args.map((arg) => inference.of(arg, scope).type);
  if (name === 'lookup') return { type: lookup(args, types) };
  const same = SAME[name];
  const [first] = types;
  if (same && first) return { type: same(first) };
  return { type: inference.functions.get(name) ?? UNKNOWN };
}

function reportUnknown(inference: Inference, name: string, start: number): void {
  inference.mistakes.push({
    message: `There is no function $${name}.`,
    hint: 'Look it up in the list of functions; upper and lower case count.',
    start,
    missing: name,
  });
}

interface ListCall {
  over: Over;
  list: TreeNode;
  lambda: TreeNode | undefined;
}

function overList(inference: Inference, { over, list, lambda }: ListCall, scope: Scope): Type {
  const known = inference.of(list, scope);
  if (lambda?.kind !== 'lambda') {
    if (lambda) inference.of(lambda, scope);
    return over(known.type, UNKNOWN);
  }
  const values: Known[] = [{ path: known.path, type: itemOf(known.type) }, { type: NUMBER }, known];
  const variables = new Map(scope.variables);
  lambda.parameters.forEach(({ name }, i) => variables.set(name, values[i] ?? { type: UNKNOWN }));
  return over(known.type, inference.of(lambda.body, { ...scope, variables }).type);
}

function lookup([, key]: TreeNode[], [table]: Type[]): Type {
  if (key?.kind !== 'literal' || !table) return UNKNOWN;
  const found = alternatives(elementOf(table).type).map((type) => {
    const field = type.kind === 'object' ? type.fields().get(String(key.value)) : undefined;
    return field?.type ?? UNKNOWN;
  });
  return optional(union(found));
}

const RETURNED: Record<string, Type> = {
  s: STRING,
  n: NUMBER,
  b: BOOLEAN,
  'a<s>': listOf(STRING),
  'a<n>': listOf(NUMBER),
  'a<o>': UNKNOWN,
  a: listOf(UNKNOWN),
};

/** The type a signature such as `<s-n:s>` promises; nothing in gives nothing out. */
export function returnedBy(signature: string): Type {
  const returned = /:([^:]+)>$/.exec(signature)?.[1] ?? '';
  return RETURNED[returned] ?? UNKNOWN;
}
