import { parseTree } from './parse-tree.ts';
import { skipTrivia } from './scan.ts';
import type { Pair, Span, TreeNode } from './tree.ts';
import { childrenOf } from './walk.ts';

/** What is shorter than this stays in one line. */
const WIDTH = 72;
const INDENT = '  ';

/** A place where a line begins, and how deep. */
type Breaks = Map<number, number>;

/**
 * The text laid out: constructors and blocks that do not fit in a line get one a part. Only space
 * between tokens changes, so comments and everything else stay as they are written. A text that does
 * not parse comes back as it was.
 * @example formatText('[1,  2]') // '[1, 2]'
 */
export function formatText(text: string): string {
  const parsed = parseTree(text);
  if (!parsed.ok) return text;
  const breaks: Breaks = new Map();
  lay(text, parsed.root, 0, breaks);
  return write(text, parsed.trivia, breaks);
}

interface Holder {
  open: number;
  close: number;
  parts: Span[];
}

function lay(text: string, node: TreeNode, depth: number, breaks: Breaks): void {
  const holders = holdersOf(node);
  const broken = holders.filter((holder) => isLong(text, holder));
  for (const { open, close, parts } of broken) {
    breaks.set(close, depth);
    const starts = [open + 1, ...parts.slice(0, -1).map(({ end }) => skipTrivia(text, end) + 1)];
    for (const start of starts) breaks.set(skipSpace(text, start), depth + 1);
  }
  for (const child of childrenOf(node)) {
    const isInside = broken.some(({ open, close }) => child.start > open && child.end <= close);
    lay(text, child, isInside ? depth + 1 : depth, breaks);
  }
}

/** The brackets of a construct that can be broken into lines, with what stands between them. */
function holdersOf(node: TreeNode): Holder[] {
  const holders: Holder[] = [];
  const { start: open, headEnd } = node;
  const own = (parts: Span[]): number => holders.push({ open, close: headEnd - 1, parts });
  if (node.kind === 'object') own(node.pairs.map(spanOf));
  else if (node.kind === 'array') own(node.items);
  else if (node.kind === 'block') own(node.expressions);
  if (node.group)
    holders.push({
      open: node.group.start,
      close: node.group.end - 1,
      parts: node.group.pairs.map(spanOf),
    });
  return holders.filter(({ parts }) => parts.length > 0);
}

function spanOf({ key, value }: Pair): Span {
  return { start: key.start, end: value.end };
}

function isLong(text: string, { open, close }: Holder): boolean {
  return text.slice(open, close + 1).replaceAll(/\s+/g, ' ').length > WIDTH;
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (/\s/.test(text.charAt(i))) i++;
  return i;
}

/** Space before a break becomes the line's beginning; other space that holds a line end, one blank. */
function write(text: string, trivia: (Span & { kind: string })[], breaks: Breaks): string {
  const spaces = new Map(
    trivia.filter(({ kind }) => kind === 'space').map(({ start, end }) => [start, end]),
  );
  const lineAt = (at: number): string => `\n${INDENT.repeat(breaks.get(at) ?? 0)}`;
  let out = '';
  for (let at = 0; at < text.length;) {
    const end = spaces.get(at);
    if (end !== undefined) {
      const isEdge = at === 0 || end === text.length;
      if (breaks.has(end)) out += lineAt(end);
      else if (!isEdge) out += isAfterComment(text, at) ? text.slice(at, end) : ' ';
      at = end;
    } else {
      if (breaks.has(at) && !spaces.has(at) && !endsInSpace(out)) out += lineAt(at);
      out += text.charAt(at);
      at++;
    }
  }
  return out;
}

/** A comment keeps the line end behind it. */
function isAfterComment(text: string, at: number): boolean {
  return text.slice(0, at).endsWith('*/');
}

function endsInSpace(out: string): boolean {
  return out === '' || /\s$/.test(out);
}
