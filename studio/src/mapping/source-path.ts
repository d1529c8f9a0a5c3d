/** Names from the document down to a value; lists are looked through, as JSONata does. */
export type SourcePath = readonly string[];

const PLAIN = /^[A-Za-z_]\w*$/;
const WORDS = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function']);

/**
 * How an expression names a value. Inside a mapped list names begin at its element, so what lies
 * elsewhere is named from the document on.
 * @example pathText(['trigger', 'lines', 'qty'], ['trigger', 'lines']) // 'qty'
 */
export function pathText(path: SourcePath, scope: SourcePath | undefined): string {
  if (!scope) return namesText(path);
  if (!startsWith(path, scope)) return `$$.${namesText(path)}`;
  const rest = path.slice(scope.length);
  return rest.length === 0 ? '$' : namesText(rest);
}

export function startsWith(path: SourcePath, start: SourcePath): boolean {
  return start.every((name, i) => path[i] === name);
}

/** A path as a key of maps and sets. */
export function pathKey(path: readonly (string | number)[]): string {
  return JSON.stringify(path);
}

/** A name with a backtick in it can't be quoted, so it is looked up. */
export function namesText(names: SourcePath): string {
  return names.reduce((text, name) => {
    if (name.includes('`')) return `$lookup(${text || '$'}, ${JSON.stringify(name)})`;
    const own = PLAIN.test(name) && !WORDS.has(name) ? name : `\`${name}\``;
    return text === '' ? own : `${text}.${own}`;
  }, '');
}
