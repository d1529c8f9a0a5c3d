import { problem } from '#base';
import type { JsonSchema } from '#catalog';

import type { Finding, FindingKind } from './check-mapping.ts';
import { nameOfKind } from './kind-words.ts';
import { textOf } from './object-text.ts';
import type { TreeNode, TreeNodeOf } from './tree.ts';
import { typeOfSchema } from './type-schema.ts';
import { alternatives, type ObjectType, type Type } from './type.ts';

type FieldPath = readonly (string | number)[];

/** What of a tree can't fit a schema: fields that are missing, values of another type. */
export function checkTarget(
  root: TreeNode,
  schema: JsonSchema,
  types: ReadonlyMap<TreeNode, Type>,
): Finding[] {
  const check = new TargetCheck(types);
  check.node(root, typeOfSchema(schema), []);
  return check.findings;
}

class TargetCheck {
  readonly findings: Finding[] = [];
  private readonly types: ReadonlyMap<TreeNode, Type>;

  constructor(types: ReadonlyMap<TreeNode, Type>) {
    this.types = types;
  }

  node(node: TreeNode, target: Type, path: FieldPath): void {
    const [only, ...others] = alternatives(target).filter(({ kind }) => kind !== 'null');
    const bare = node.end === node.headEnd;
    if (node.kind === 'condition' && bare) {
      this.node(node.consequent, target, path);
      if (node.alternate) this.node(node.alternate, target, path);
    } else if (node.kind === 'object' && bare && only?.kind === 'object' && others.length === 0)
      this.object(node, only, path);
    else if (only?.kind === 'list' && others.length === 0) this.list(node, only.item(), path);
    else this.value(node, target, path);
  }

  private object(node: TreeNodeOf<'object'>, target: ObjectType, path: FieldPath): void {
    const fields = target.fields();
    const names = node.pairs.map(({ key }) => textOf(key));
    for (const [name, { optional }] of fields) {
      if (optional || names.includes(name) || names.includes(undefined)) continue;
      this.missing(node, name, [...path, name]);
    }
    node.pairs.forEach(({ key, value }, i) => {
      const name = names[i];
      const field = name === undefined ? undefined : fields.get(name);
      if (name !== undefined && field) this.node(value, field.type, [...path, name]);
      else if (name !== undefined && target.open === 'closed') this.strange(key, name, path);
    });
  }

  private list(node: TreeNode, item: Type, path: FieldPath): void {
    const last = node.kind === 'path' && !node.group ? node.steps.at(-1) : undefined;
    if (node.kind === 'array' && node.end === node.headEnd) {
      node.items.forEach((each, i) => this.item(each, item, [...path, i]));
      return;
    }
    if (last?.kind === 'object' && !last.stages)
      this.node({ ...last, end: last.headEnd }, item, [...path, 0]);
    else this.value(node, { kind: 'list', item: () => item }, path);
    if (this.mayBeSingle(node)) this.single(node, path);
  }

  /** Items that give lists are poured into the list around them, so only others are judged. */
  private item(node: TreeNode, target: Type, path: FieldPath): void {
    const type = this.types.get(node);
    const pours = type && alternatives(type).some(({ kind }) => kind === 'list');
    if (node.kind === 'object' || !pours) this.node(node, target, path);
  }

  /** A path over many gives the one element itself when there is one. */
  private mayBeSingle(node: TreeNode): boolean {
    const type = this.types.get(node);
    const kinds = new Set(type && alternatives(type).map(({ kind }) => kind));
    kinds.delete('nothing');
    return node.kind === 'path' && kinds.has('list') && kinds.size > 1;
  }

  private value(node: TreeNode, target: Type, path: FieldPath): void {
    const type = this.types.get(node);
    if (!type || fits(type, target)) return;
    const wanted = nameOfType(target);
    const message = `${nameOf(path)} has to be ${wanted}, and this gives ${nameOfType(type)}.`;
    this.add('wrong-type', node, { path, message, hint: 'Convert it, or map another field.' });
  }

  private missing(node: TreeNode, name: string, path: FieldPath): void {
    const message = `The required field "${name}" is not mapped.`;
    const at = { ...node, end: node.start + 1 };
    this.add('missing-field', at, {
      path,
      message,
      hint: 'Map a field onto it, or write a value.',
    });
  }

  private strange(key: TreeNode, name: string, path: FieldPath): void {
    const message = `${nameOf(path)} knows no field "${name}".`;
    this.add('unknown-field', key, {
      path: [...path, name],
      message,
      hint: 'Remove it, or check its name.',
    });
  }

  private single(node: TreeNode, path: FieldPath): void {
    const message = `${nameOf(path)} is a list, and of one element this gives the element itself.`;
    const hint = 'Put [] behind it: then one element stays a list.';
    this.add('may-be-single', node, { path, message, hint });
  }

  private add(
    kind: FindingKind,
    { start, end }: { start: number; end: number },
    { path, message, hint }: { path: FieldPath; message: string; hint: string },
  ): void {
    const found = problem('expression_invalid', message, { hint, at: { offset: start } });
    const severity = kind === 'missing-field' || kind === 'wrong-type' ? 'error' : 'warning';
    this.findings.push({ severity, kind, problem: found, start, end, field: path });
  }
}

/** True unless none of what a value may be can be taken. */
function fits(type: Type, target: Type): boolean {
  const wanted = alternatives(target);
  if (wanted.some(({ kind }) => kind === 'unknown')) return true;
  return alternatives(type).some(
    ({ kind }) =>
      kind === 'unknown' || kind === 'nothing' || wanted.some((each) => each.kind === kind),
  );
}

function nameOf(path: FieldPath): string {
  return path.length === 0 ? 'The result' : `"${path.join('.')}"`;
}

function nameOfType(type: Type): string {
  const kinds = new Set(alternatives(type).map(({ kind }) => kind));
  return [...kinds]
    .filter((kind) => kind !== 'nothing')
    .map(nameOfKind)
    .join(' or ');
}
