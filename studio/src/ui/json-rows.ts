/** One line of a JSON tree. */
export interface JsonRow {
  /** How an expression names it: `steps.order.lines[0].sku`. */
  path: string;
  /** The same as keys and places in lists, from the value's own root. */
  keys: readonly (string | number)[];
  name: string;
  depth: number;
  value: unknown;
  /** For objects and lists: how many are inside, and whether they are shown. */
  size?: number;
  open?: boolean;
}

interface FlattenOptions {
  /** Paths whose folding the person changed. */
  toggled: ReadonlySet<string>;
  /** Shows only what holds this text, unfolded. */
  query?: string;
}

/** Lists beyond this stay folded until asked for, except at the root. */
const UNFOLD_UP_TO = 30;
const DEPTH_LIMIT = 200;

export function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

export function childrenOf(value: object): [name: string, child: unknown][] {
  return Array.isArray(value) ? value.map((child, i) => [String(i), child]) : Object.entries(value);
}

/** The name as JSONata writes it behind its parent. */
export function childPath(parent: string, name: string, inList: boolean): string {
  if (inList) return `${parent}[${name}]`;
  const plain = /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``;
  return parent === '' ? plain : `${parent}.${plain}`;
}

/** The tree as the lines that are visible now. */
export function flattenJson(root: unknown, rootPath: string, options: FlattenOptions): JsonRow[] {
  const rows: JsonRow[] = [];
  const query = options.query?.toLowerCase() ?? '';
  const kept = query ? matching(root, rootPath, query) : undefined;
  const visit = (row: JsonRow): void => {
    rows.push(row);
    if (!isBranch(row.value)) return;
    const children = childrenOf(row.value);
    row.size = children.length;
    row.open = kept ? true : isOpen(row, options.toggled);
    if (!row.open || row.depth > DEPTH_LIMIT) return;
    const inList = Array.isArray(row.value);
    for (const [name, value] of children) {
      const path = childPath(row.path, name, inList);
      const keys = [...row.keys, inList ? Number(name) : name];
      if (!kept || kept.has(path)) visit({ path, keys, name, value, depth: row.depth + 1 });
    }
  };
  visit({ path: rootPath, keys: [], name: '', value: root, depth: 0 });
  return rows;
}

function isOpen(row: JsonRow, toggled: ReadonlySet<string>): boolean {
  const byItself = row.depth === 0 || (row.depth < 3 && (row.size ?? 0) <= UNFOLD_UP_TO);
  return toggled.has(row.path) ? !byItself : byItself;
}

/** Paths whose name or value holds the text, with everything above them. */
function matching(root: unknown, rootPath: string, query: string): Set<string> {
  const kept = new Set<string>();
  const visit = (value: unknown, path: string, name: string): boolean => {
    let found = name.toLowerCase().includes(query);
    if (isBranch(value)) {
      const inList = Array.isArray(value);
      for (const [childName, child] of childrenOf(value)) {
        const below = visit(child, childPath(path, childName, inList), inList ? '' : childName);
        found = below || found;
      }
    } else found ||= String(value).toLowerCase().includes(query);
    if (found) kept.add(path);
    return found;
  };
  visit(root, rootPath, '');
  return kept;
}

/** True when a table shows it better than a tree: a list of objects. */
export function isTable(value: unknown): value is Record<string, unknown>[] {
  return (
    Array.isArray(value) &&
    value.length > 1 &&
    value.slice(0, 50).every((item) => isBranch(item) && !Array.isArray(item))
  );
}

/** All columns of a list of objects, in the order they first appear; looks at 200 rows. */
export function columnsOf(rows: Record<string, unknown>[]): string[] {
  return [...new Set(rows.slice(0, 200).flatMap((row) => Object.keys(row)))];
}
