/** A value that is another than before; `before` or `after` is absent when there was none. */
export interface Change {
  path: (string | number)[];
  before?: unknown;
  after?: unknown;
}

const MOST = 200;

/** Where two JSON values differ, outermost first; lists are compared place by place. */
export function compareJson(before: unknown, after: unknown): Change[] {
  const changes: Change[] = [];
  const visit = (a: unknown, b: unknown, path: (string | number)[]): void => {
    if (changes.length >= MOST || Object.is(a, b)) return;
    if (Array.isArray(a) && Array.isArray(b)) {
      for (let i = 0; i < Math.max(a.length, b.length); i++) visit(a[i], b[i], [...path, i]);
    } else if (isObject(a) && isObject(b)) {
      for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
        visit(a[key], b[key], [...path, key]);
    } else changes.push({ path, before: a, after: b });
  };
  visit(before, after, []);
  return changes;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
