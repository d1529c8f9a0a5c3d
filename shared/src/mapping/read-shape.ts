import { nodeOfField, type FieldPath } from './edit-text.ts';
import { textOf } from './object-text.ts';
import { trimExpression } from './self-contained.ts';
import type { Shape, ShapePart } from './shape.ts';
import type { Span, TreeNode, TreeNodeOf } from './tree.ts';

/** The shape of the expression that makes the value at `path`; undefined when none makes it. */
export function shapeAt(text: string, path: FieldPath): Shape | undefined {
  const node = nodeOfField(text, path);
  return node && shapeOf(text, node);
}

/** The shape of a construct; what is no small shape is opaque, with its text. */
export function shapeOf(text: string, node: TreeNode): Shape {
  const part = ({ start, end }: Span): ShapePart => ({ text: text.slice(start, end), start });
  return read(node, part, text) ?? { kind: 'opaque', text: text.slice(node.start, node.end) };
}

type Cut = (span: Span) => ShapePart;

function read(node: TreeNode, part: Cut, text: string): Shape | undefined {
  if (node.kind === 'path') return readPath(node, part, text);
  if (node.end !== node.headEnd) return undefined;
  switch (node.kind) {
    case 'literal':
      return { kind: 'constant', value: node.value };
    case 'variable':
      return { kind: 'path', from: `$${node.name}`, segments: [], keepArray: false };
    case 'condition': {
      const { condition, consequent, alternate } = node;
      const parts = { condition: part(condition), consequent: part(consequent) };
      return { kind: 'conditional', ...parts, alternate: alternate && part(alternate) };
    }
    case 'elvis':
    case 'coalesce': {
      const operator = node.kind === 'elvis' ? '?:' : '??';
      return { kind: 'fallback', operator, value: part(node.left), otherwise: part(node.right) };
    }
    case 'binary':
      return node.operator === '&'
        ? { kind: 'concat', parts: summands(node).map(part) }
        : undefined;
    case 'call':
      return readCall(node, part);
    case 'object':
      return readFields(node, part);
    case 'array':
      return node.items.every(({ kind }) => kind !== 'range')
        ? { kind: 'list', items: node.items.map(part) }
        : undefined;
    default:
      return undefined;
  }
}

function summands(node: TreeNode): TreeNode[] {
  const isSum = node.kind === 'binary' && node.operator === '&' && node.end === node.headEnd;
  return isSum ? [...summands(node.left), node.right] : [node];
}

function readCall(node: TreeNodeOf<'call'>, part: Cut): Shape | undefined {
  const { procedure } = node;
  const [table, key, ...more] = node.arguments;
  const isLookup = procedure.kind === 'variable' && procedure.name === 'lookup';
  if (!isLookup || !table || !key || more.length > 0) return undefined;
  return { kind: 'pick', table: part(table), key: part(key) };
}

function readFields(node: TreeNodeOf<'object'>, part: Cut): Shape | undefined {
  const fields = node.pairs.flatMap(({ key, value }) => {
    const name = textOf(key);
    return name === undefined ? [] : [{ key: name, value: part(value) }];
  });
  return fields.length === node.pairs.length ? { kind: 'object', fields } : undefined;
}

function readPath(node: TreeNodeOf<'path'>, part: Cut, text: string): Shape | undefined {
  if (node.steps.some(isTangled)) return undefined;
  if (node.group) return readGroup(node, part, text);
  const last = node.steps.at(-1);
  if (last?.kind === 'sort') return readSort(node, last, part);
  if (last?.kind === 'object') return readListMap(node, last, part);
  return readNames(node) ?? readLookup(node, part);
}

/** It binds a variable, refers to a parent or is grouped, so its steps can't be told apart. */
function isTangled({ tuple, focus, index, group }: TreeNode): boolean {
  return tuple === true || [focus, index, group].some((part) => part !== undefined);
}

function readNames(node: TreeNodeOf<'path'>): Shape | undefined {
  const [first] = node.steps;
  const from = first?.kind === 'variable' ? `$${first.name}` : '';
  const segments = namesOf(from === '' ? node.steps : node.steps.slice(1));
  if (!segments || first?.predicates) return undefined;
  const keepers = node.steps.filter(({ keepArray }) => keepArray);
  if (keepers.some((step) => step !== node.steps.at(-1))) return undefined;
  return { kind: 'path', from, segments, keepArray: keepers.length > 0 };
}

/** The names of steps that are fields and nothing else. */
function namesOf(steps: TreeNode[]): string[] | undefined {
  const names = steps.flatMap((step) => (step.kind === 'name' && !step.stages ? step.value : []));
  return names.length === steps.length ? names : undefined;
}

/** `table[by = key].result`, with `[0]` behind the filter or without. */
function readLookup(node: TreeNodeOf<'path'>, part: Cut): Shape | undefined {
  const at = node.steps.findIndex(({ stages }) => stages !== undefined);
  const step = node.steps[at];
  const result = namesOf(node.steps.slice(at + 1));
  const [filter, second, ...more] = step?.stages ?? [];
  if (
    !step ||
    !result ||
    filter?.kind !== 'filter' ||
    more.length > 0 ||
    node.keepSingleton ||
    node.keepArray
  )
    return undefined;
  const isFirst = second?.kind === 'filter' && isZero(second.expression);
  const test = filter.expression;
  if ((second && !isFirst) || test.kind !== 'binary' || test.operator !== '=') return undefined;
  const before = { start: node.start, end: step.headEnd };
  const parts = { table: part(before), by: part(test.left), key: part(test.right) };
  return { kind: 'lookup', ...parts, first: isFirst, result };
}

function isZero(node: TreeNode): boolean {
  return node.kind === 'literal' && node.value === 0 && node.end === node.headEnd;
}

function readGroup(node: TreeNodeOf<'path'>, part: Cut, text: string): Shape | undefined {
  const { group } = node;
  if (!group || group.end !== node.end || node.steps.some(({ end }) => end > group.start))
    return undefined;
  const source = trimExpression(text.slice(node.start, group.start));
  const pairs = group.pairs.map(({ key, value }) => ({ key: part(key), value: part(value) }));
  return { kind: 'groupBy', source: { text: source, start: node.start }, pairs };
}

function readSort(
  node: TreeNodeOf<'path'>,
  sort: TreeNodeOf<'sort'>,
  part: Cut,
): Shape | undefined {
  const before = node.steps.at(-2);
  if (!before || sort.stages || sort.end !== node.end || sort.headEnd !== node.end)
    return undefined;
  const terms = sort.terms.map(({ descending, expression }) => ({
    descending,
    by: part(expression),
  }));
  return { kind: 'sort', source: part({ start: node.start, end: before.end }), terms };
}

function readListMap(
  node: TreeNodeOf<'path'>,
  body: TreeNodeOf<'object'>,
  part: Cut,
): Shape | undefined {
  const before = node.steps.at(-2);
  if (!before || body.stages) return undefined;
  const source = part({ start: node.start, end: before.end });
  const { start, headEnd: end } = body;
  return {
    kind: 'listMap',
    source,
    body: part({ start, end }),
    keepArray: body.keepArray === true,
  };
}
