import { parseTree } from './parse-tree.ts';
import type { Shape, ShapeOf, ShapePart } from './shape.ts';
import type { TreeNode } from './tree.ts';

/**
 * The text of a shape. Reading a text's shape and building it again gives an expression that means
 * the same; parts that would be torn apart by what stands around them get brackets.
 */
export function buildShape(shape: Shape): string {
  switch (shape.kind) {
    case 'constant':
      return JSON.stringify(shape.value);
    case 'path':
      return buildPath(shape);
    case 'conditional':
      return buildConditional(shape);
    case 'fallback':
      return `${operand(shape.value)} ${shape.operator} ${shape.otherwise.text}`;
    case 'concat':
      return shape.parts.map(operand).join(' & ');
    case 'pick':
      return `$lookup(${shape.table.text}, ${shape.key.text})`;
    case 'lookup': {
      const { table, by, key, first, result } = shape;
      const found = `${source(table)}[${operand(by)} = ${operand(key)}]${first ? '[0]' : ''}`;
      return [found, ...result.map(nameText)].join('.');
    }
    case 'groupBy': {
      const pairs = shape.pairs.map(({ key, value }) => `${key.text}: ${value.text}`);
      return `${source(shape.source)}{ ${pairs.join(', ')} }`;
    }
    case 'sort': {
      const terms = shape.terms.map(({ descending, by }) => `${descending ? '>' : ''}${by.text}`);
      return `${source(shape.source)}^(${terms.join(', ')})`;
    }
    case 'listMap':
      return `${source(shape.source)}.${shape.body.text}${shape.keepArray ? '[]' : ''}`;
    case 'object': {
      const fields = shape.fields.map(({ key, value }) => `${JSON.stringify(key)}: ${value.text}`);
      return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
    }
    case 'list':
      return `[${shape.items.map(({ text }) => text).join(', ')}]`;
    case 'opaque':
      return shape.text;
  }
}

function buildPath({ from, segments, keepArray }: ShapeOf<'path'>): string {
  const names = segments.map(nameText);
  // A text in quotes is a name only behind a dot.
  const start = from === '' && names[0]?.startsWith('"') ? '$' : from;
  return (start === '' ? names : [start, ...names]).join('.') + (keepArray ? '[]' : '');
}

function buildConditional({ condition, consequent, alternate }: ShapeOf<'conditional'>): string {
  const yes = `${operand(condition)} ? ${consequent.text}`;
  return alternate ? `${yes} : ${alternate.text}` : yes;
}

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
const WORDS = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/**
 * A field's name as a step of a path.
 * @example nameText('unit price') // '`unit price`'
 */
export function nameText(name: string): string {
  if (PLAIN_NAME.test(name) && !WORDS.has(name)) return name;
  return name.includes('`') ? JSON.stringify(name) : `\`${name}\``;
}

const TIGHT = new Set<TreeNode['kind']>([
  'literal',
  'variable',
  'call',
  'partial',
  'block',
  'object',
  'array',
  'wildcard',
  'descendant',
  'parent',
  'lambda',
  'transform',
  'regex',
]);

/** A part as it can stand beside any operator. */
function operand({ text }: ShapePart): string {
  const root = rootOf(text);
  const tight = root && (TIGHT.has(root.kind) || (root.kind === 'path' && !isSorted(root)));
  return tight ? text : `(${text})`;
}

/** A part as a dot, a filter or a grouping can stand behind it; a text in quotes is a name there. */
function source({ text }: ShapePart): string {
  const root = rootOf(text);
  const isPath = root?.kind === 'path' && !root.group;
  const isNumber = root?.kind === 'literal' && typeof root.value !== 'string';
  const isValue = root && TIGHT.has(root.kind) && !isNumber && !root.group;
  return isPath || isValue ? text : `(${text})`;
}

function rootOf(text: string): TreeNode | undefined {
  return parseTree(text).root;
}

function isSorted(node: TreeNode): boolean {
  return node.kind === 'path' && node.steps.some(({ kind }) => kind === 'sort');
}
