/** The call of a function that is being written. */
export interface OpenCall {
  /** Without its `$`. */
  name: string;
  /** Which argument the caret is in, from 0. */
  argument: number;
}

interface Frame {
  name: string | undefined;
  argument: number;
}

const TOKEN =
  /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|`[^`]*`?|\/\*[\s\S]*?(?:\*\/|$)|(?:\$(\w+)\s*)?\(|[[{)\]},]/g;

/**
 * The innermost call that is open at the end of `before`.
 * @example callBefore('$sum(x) & $substring(a, ') // { name: 'substring', argument: 1 }
 */
export function callBefore(before: string): OpenCall | undefined {
  const open: Frame[] = [];
  for (const { 0: token, 1: name } of before.matchAll(TOKEN)) {
    const inside = open.at(-1);
    if (/[([{]$/.test(token)) open.push({ name, argument: 0 });
    else if (/^[)\]}]$/.test(token)) open.pop();
    else if (token === ',' && inside) inside.argument++;
  }
  const call = open.findLast(({ name }) => name !== undefined);
  return call?.name === undefined ? undefined : { name: call.name, argument: call.argument };
}
