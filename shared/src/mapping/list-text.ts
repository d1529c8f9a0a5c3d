import type { ObjectText } from './object-text.ts';
import { readStretch, readToken, skipSpace } from './scan.ts';

/**
 * Reads the list constructor that a part of `text` is, apart from space and comments around it: its
 * items as fields named '0', '1', …. A list with a range in it (`[1..9]`) has items nobody wrote
 * down, so that and anything else gives undefined.
 * @example readList('[1, a.b]')?.fields[1] // { key: '1', valueStart: 4, valueEnd: 7, … }
 */
export function readList(
  text: string,
  start = 0,
  end: number = text.length,
): ObjectText | undefined {
  const part = text.slice(0, end);
  const open = readToken(part, start, false);
  if (part.slice(open.start, open.end) !== '[') return undefined;
  const list: ObjectText = { start: open.start, end: open.end, fields: [] };
  for (let at = open.end; ;) {
    const item = readStretch(part, at, ',');
    if (!item || (item.stop !== ',' && item.stop !== ']')) return undefined;
    const isEmpty = item.start === item.stopAt;
    if (isEmpty && (item.stop === ',' || list.fields.length > 0)) return undefined;
    if (!isEmpty) {
      if (holdsRange(part, item.start, item.end)) return undefined;
      list.fields.push(fieldOf(list.fields.length, item));
    }
    at = item.stopAt + 1;
    if (item.stop === ']') {
      list.end = at;
      return skipSpace(part, at) === part.length ? list : undefined;
    }
  }
}

function fieldOf(place: number, { start, end }: { start: number; end: number }) {
  const none = { keyStart: start, keyEnd: start };
  return { key: String(place), ...none, valueStart: start, valueEnd: end };
}

/** A `..` outside all brackets; one inside belongs to another list. */
function holdsRange(text: string, start: number, end: number): boolean {
  let depth = 0;
  let afterOperand = false;
  for (let at = start; at < end;) {
    const token = readToken(text, at, afterOperand);
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth === 0 && text.slice(token.start, token.end) === '..') return true;
    afterOperand = token.kind === 'operand' || token.kind === 'close';
    at = token.end;
  }
  return false;
}
