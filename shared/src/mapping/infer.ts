import { callType } from './infer-call.ts';
import { inferPath } from './infer-path.ts';
import { nameOfKind } from './kind-words.ts';
import type { Known, Miss, Mistake, Read, Scope } from './known.ts';
import type { Pair, TreeNode, TreeNodeOf } from './tree.ts';
import {
  alternatives,
  BOOLEAN,
  elementOf,
  FUNCTION,
  listOf,
  mayBeNothing,
  NOTHING,
  NUMBER,
  objectOf,
  optional,
  present,
  STRING,
  union,
  UNKNOWN,
  type Type,
  type TypeField,
} from './type.ts';
import { walk } from './walk.ts';

const ARITHMETIC = new Set(['+', '-', '*', '/', '%']);

/** Works out the type of every construct of a tree, and what it reads, from that of the document. */
export class Inference {
  readonly types = new Map<TreeNode, Type>();
  readonly scopes = new Map<TreeNode, Scope>();
  readonly reads: Read[] = [];
  readonly misses: Miss[] = [];
  readonly mistakes: Mistake[] = [];
  readonly document: Known;
  private readonly bound = new Set<string>();
  /** Return types of the functions there are, by name. */
  readonly functions: ReadonlyMap<string, Type>;

  constructor(document: Type, functions: ReadonlyMap<string, Type>) {
    this.document = { type: document, path: [] };
    this.functions = functions;
  }

  run(root: TreeNode): Known {
    walk(root, (node) => this.noteBindings(node));
    return this.of(root, { context: this.document, variables: new Map() });
  }

  /** True when some part of the text binds it, be it where this one may not see it. */
  isBound(name: string): boolean {
    return this.bound.has(name);
  }

  private noteBindings(node: TreeNode): void {
    const bindings = [node.focus, node.index];
    if (node.kind === 'bind') bindings.push(node.binding);
    if (node.kind === 'lambda') bindings.push(...node.parameters);
    for (const stage of node.stages ?? []) if (stage.kind === 'index') bindings.push(stage.binding);
    for (const binding of bindings) if (binding) this.bound.add(binding.name);
  }

  /** What is known of a construct's value, with all that hangs on it. */
  of(node: TreeNode, scope: Scope): Known {
    this.scopes.set(node, scope);
    let known = this.bare(node, scope);
    for (const stage of node.predicates ?? [])
      if (stage.kind === 'filter') known = this.filter(known, stage.expression, scope);
    if (node.group) known = this.group(node.group.pairs, known, scope);
    this.types.set(node, known.type);
    return known;
  }

  /** What is left of a value behind `[filter]`. */
  filter(known: Known, filter: TreeNode, scope: Scope): Known {
    const element = elementOf(known.type);
    const test = this.of(filter, { ...scope, context: { ...known, type: element.type } });
    const isPlace = alternatives(test.type).every(({ kind }) => kind === 'number');
    if (!element.many || isPlace) return { ...known, type: optional(element.type) };
    return { ...known, type: optional(union([element.type, listOf(element.type)])) };
  }

  private group(pairs: Pair[], known: Known, scope: Scope): Known {
    const element = elementOf(known.type);
    for (const { key } of pairs)
      this.of(key, { ...scope, context: { ...known, type: element.type } });
    const grouped = union([element.type, listOf(element.type)]);
    const values = pairs.map(({ value }) =>
      this.of(value, { ...scope, context: { ...known, type: grouped } }),
    );
    const fields = new Map<string, TypeField>();
    pairs.forEach(({ key }, i) => {
      const value = values[i];
      if (value && key.kind === 'literal') fields.set(String(key.value), fieldOf(value.type));
    });
    return { type: objectOf(fields, fields.size === pairs.length ? 'undeclared' : 'any') };
  }

  private bare(node: TreeNode, scope: Scope): Known {
    switch (node.kind) {
      case 'path':
        return inferPath(this, node, scope);
      case 'literal':
        return { type: literalType(node.value) };
      case 'variable':
        return this.variable(node, scope);
      case 'object':
        return { type: this.object(node, scope) };
      case 'array':
        return { type: listOf(union(node.items.map((item) => this.item(item, scope)))) };
      case 'block':
        return this.block(node, scope);
      case 'bind':
        return this.of(node.value, scope);
      case 'call':
        return callType(this, { node, args: node.arguments }, scope);
      case 'apply':
        return this.apply(node, scope);
      case 'lambda':
        return this.lambda(node, scope);
      case 'condition':
        return this.condition(node, scope);
      case 'elvis':
      case 'coalesce':
        return this.fallback(node, scope);
      default:
        return { type: this.operation(node, scope) };
    }
  }

  private operation(node: TreeNode, scope: Scope): Type {
    switch (node.kind) {
      case 'binary':
        return this.binary(node, scope);
      case 'negate':
        return this.number(node.operand, scope);
      case 'range':
        this.number(node.left, scope);
        this.number(node.right, scope);
        return listOf(NUMBER);
      case 'partial':
        for (const arg of node.arguments) if (arg.kind !== 'placeholder') this.of(arg, scope);
        return FUNCTION;
      case 'transform':
      case 'regex':
        return FUNCTION;
      default:
        return UNKNOWN;
    }
  }

  private binary(node: TreeNodeOf<'binary'>, scope: Scope): Type {
    const { operator, left, right } = node;
    if (ARITHMETIC.has(operator)) {
      const all = [this.number(left, scope), this.number(right, scope)];
      return all.some(mayBeNothing) ? optional(NUMBER) : NUMBER;
    }
    this.of(left, scope);
    this.of(right, scope);
    return operator === '&' ? STRING : BOOLEAN;
  }

  /** An operand that has to be a number: jsonata fails on anything else that is there. */
  private number(node: TreeNode, scope: Scope): Type {
    const { type } = this.of(node, scope);
    const all = alternatives(present(type));
    const wrong = all.find(({ kind }) => kind !== 'number' && kind !== 'unknown');
    if (
      wrong &&
      all.every(({ kind }) => kind !== 'number' && kind !== 'unknown' && kind !== 'nothing')
    ) {
      const message = `A number is needed here, not ${nameOfKind(wrong.kind)}.`;
      this.mistakes.push({ message, hint: 'Make it one with $number(…).', start: node.start });
    }
    return mayBeNothing(type) ? optional(NUMBER) : NUMBER;
  }

  private variable({ name, start }: TreeNodeOf<'variable'>, scope: Scope): Known {
    if (name === '') return scope.context;
    if (name === '$') return this.document;
    const known = scope.variables.get(name);
    if (known) return known;
    if (this.functions.has(name)) return { type: FUNCTION };
    if (this.isBound(name)) return { type: UNKNOWN };
    const hint = 'Give it a value first: ($x := …; …), or check its name.';
    const message = `There is no variable $${name} here.`;
    this.mistakes.push({ message, hint, start, missing: name });
    return { type: NOTHING };
  }

  private object({ pairs }: TreeNodeOf<'object'>, scope: Scope): Type {
    const fields = new Map<string, TypeField>();
    let computed = false;
    for (const { key, value } of pairs) {
      this.of(key, scope);
      const { type } = this.of(value, scope);
      if (key.kind === 'literal') fields.set(String(key.value), fieldOf(type));
      else computed = true;
    }
    return objectOf(fields, computed ? 'any' : 'undeclared');
  }

  /** A list that an item gives is poured into the list around it, unless it is written as one. */
  private item(node: TreeNode, scope: Scope): Type {
    const { type } = this.of(node, scope);
    return node.kind === 'array' ? type : present(elementOf(type).type);
  }

  private block({ expressions }: TreeNodeOf<'block'>, scope: Scope): Known {
    const variables = new Map(scope.variables);
    let last: Known = { type: NOTHING };
    for (const expression of expressions) {
      const inner = { ...scope, variables: new Map(variables) };
      if (expression.kind === 'bind' && expression.value.kind === 'lambda')
        // It may call itself.
        inner.variables.set(expression.binding.name, { type: UNKNOWN });
      last = this.of(expression, inner);
      for (let bind: TreeNode = expression; bind.kind === 'bind'; bind = bind.value)
        variables.set(bind.binding.name, last);
    }
    return last;
  }

  private lambda(node: TreeNodeOf<'lambda'>, scope: Scope): Known {
    const variables = new Map(scope.variables);
    for (const { name } of node.parameters) variables.set(name, { type: UNKNOWN });
    this.of(node.body, { ...scope, variables });
    return { type: FUNCTION };
  }

  private apply({ left, right }: TreeNodeOf<'apply'>, scope: Scope): Known {
    if (right.kind !== 'call') {
      this.of(left, scope);
      this.of(right, scope);
      const isNamed = right.kind === 'variable' && !scope.variables.has(right.name);
      return { type: (isNamed && this.functions.get(right.name)) || UNKNOWN };
    }
    this.scopes.set(right, scope);
    return callType(this, { node: right, args: [left, ...right.arguments] }, scope);
  }

  private condition(node: TreeNodeOf<'condition'>, scope: Scope): Known {
    this.of(node.condition, scope);
    const yes = this.of(node.consequent, scope);
    const no = node.alternate ? this.of(node.alternate, scope) : { type: NOTHING };
    return { type: union([yes.type, no.type]) };
  }

  private fallback(node: TreeNodeOf<'elvis' | 'coalesce'>, scope: Scope): Known {
    const left = this.of(node.left, scope);
    const right = this.of(node.right, scope);
    return { type: union([present(left.type), right.type]) };
  }
}

function fieldOf(type: Type): TypeField {
  return { type: present(type), optional: mayBeNothing(type) };
}

function literalType(value: string | number | boolean | null): Type {
  if (value === null) return { kind: 'null' };
  return { kind: typeof value as 'string', values: [value] };
}
