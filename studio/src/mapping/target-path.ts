/**
 * Where a value of the output stands: keys, and places in lists. In a list that is mapped from
 * another, 0 stands for every element.
 */
export type TargetPath = readonly (string | number)[];

/** The value at a path of the output, with `element` shown of every mapped list. */
export function valueAt(output: unknown, path: TargetPath, element: number): unknown {
  let value = output;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (typeof part === 'number') {
      if (Array.isArray(value))
        value = value.length > 1 ? value[part === 0 ? element : part] : value[part];
    } else
      value = Object.hasOwn(value, part) ? (value as Record<string, unknown>)[part] : undefined;
  }
  return value;
}

/** As people write it: `lines[].price`. */
export function targetWords(path: TargetPath): string {
  return path
    .map((part, i) => (typeof part === 'number' ? '[]' : `${i === 0 ? '' : '.'}${part}`))
    .join('');
}
