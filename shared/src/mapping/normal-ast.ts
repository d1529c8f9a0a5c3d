/** A node of a syntax tree as jsonata shows it. */
export type AstNode = Record<string, unknown>;

/**
 * jsonata's tree without what says nothing about its structure: positions, what its parser left
 * behind, how it spells labels. `??` and `?:` hold their left side twice, with other labels.
 */
export function normalAst(root: unknown, text: string): unknown {
  const twice = text.includes('?:') || text.includes('??');
  const labels = new Map<unknown, number>();
  const label = (slot: unknown): unknown => {
    const key = (slot as { label?: unknown }).label;
    if (!labels.has(key)) labels.set(key, labels.size);
    return twice ? 'label' : labels.get(key);
  };
  return normal(root, label);
}

const DROPPED = new Set(['position', 'seekingParent', 'errors', 'thunk', 'level']);

/** A key `then` would make a promise of a node. */
const RENAMED = new Map([
  ['then', 'consequent'],
  ['else', 'alternate'],
]);

function normal(value: unknown, label: (slot: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => normal(item, label));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as AstNode;
  if (node.thunk === true) return normal(node.body, label);
  if (node.type === 'regex') return { type: 'regex', stages: normal(node.stages, label) };
  const named = Object.entries(node).map(([key, part]) => [RENAMED.get(key) ?? key, part] as const);
  const sorted = named.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const entries = sorted.flatMap(([key, part]): [string, unknown][] => {
    const isMark = key !== 'value' && part === false;
    if (part === undefined || isMark || DROPPED.has(key)) return [];
    if (key === 'ancestor' || key === 'slot') return [[key, label(part)]];
    if (key === 'signature') return [[key, signature(part)]];
    return [[key, normal(part, label)]];
  });
  return Object.fromEntries(entries);
}

function signature(part: unknown): unknown {
  return typeof part === 'string' ? part : (part as { definition?: unknown }).definition;
}
