/** A token of JSONata as far as spans need it; `broken` is a string, comment or regex without end. */
export interface Token {
  kind: 'operand' | 'operator' | 'open' | 'close' | 'broken' | 'end';
  start: number;
  end: number;
}

const SPACE = new Set(' \t\n\r\v');
const STOPS = new Set(' \t\n\r\v.[]{}(),@#;:?+-*/%|=<>^&!~"\'`');
const PAIRS = new Set(['..', ':=', '!=', '>=', '<=', '**', '~>', '?:', '??']);
const WORD_OPERATORS = new Set(['and', 'or', 'in']);

/** The first place from `at` that is neither space nor comment; text.length for an open comment. */
export function skipSpace(text: string, at: number): number {
  let i = at;
  for (;;) {
    while (SPACE.has(text.charAt(i)) && i < text.length) i++;
    if (!text.startsWith('/*', i)) return i;
    const close = text.indexOf('*/', i + 2);
    if (close < 0) return text.length;
    i = close + 2;
  }
}

/**
 * The token at `at`. `afterOperand` decides what jsonata's own parser decides by position: whether
 * `/` divides or opens a regex, and whether `and`, `or`, `in`, `*` and `%` are operators or names.
 */
export function readToken(text: string, at: number, afterOperand: boolean): Token {
  const start = skipSpace(text, at);
  const c = text.charAt(start);
  const token = (kind: Token['kind'], end: number): Token => ({ kind, start, end });
  if (start >= text.length) return token(hasOpenComment(text, at) ? 'broken' : 'end', text.length);
  if (c === '"' || c === "'" || c === '`') return closed(token, endOfQuoted(text, start));
  if (c === '/' && !afterOperand) return closed(token, endOfRegex(text, start));
  if ('([{'.includes(c)) return token('open', start + 1);
  if (')]}'.includes(c)) return token('close', start + 1);
  if (PAIRS.has(text.slice(start, start + 2))) {
    const wild = text.startsWith('**', start) && !afterOperand;
    return token(wild ? 'operand' : 'operator', start + 2);
  }
  if ((c === '*' || c === '%') && !afterOperand) return token('operand', start + 1);
  if (STOPS.has(c)) return token('operator', start + 1);
  const end = endOfWord(text, start);
  const isOperator = afterOperand && WORD_OPERATORS.has(text.slice(start, end));
  return token(isOperator ? 'operator' : 'operand', end);
}

function closed(token: (kind: Token['kind'], end: number) => Token, end: number): Token {
  return end < 0 ? token('broken', Number.POSITIVE_INFINITY) : token('operand', end);
}

function hasOpenComment(text: string, at: number): boolean {
  const open = text.lastIndexOf('/*');
  return open >= at && !text.includes('*/', open + 2);
}

function endOfWord(text: string, start: number): number {
  let i = start;
  while (i < text.length && !STOPS.has(text.charAt(i))) i++;
  return i;
}

/** Behind the closing quote, or -1. A name in backticks knows no escapes. */
function endOfQuoted(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\\' && quote !== '`') i++;
    else if (c === quote) return i + 1;
  }
  return -1;
}

/** Behind the closing slash and its flags, or -1; a slash in brackets does not close. */
function endOfRegex(text: string, start: number): number {
  let depth = 0;
  for (let i = start + 1; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\\') i++;
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth--;
    else if (c === '/' && depth === 0) {
      let end = i + 1;
      while (text.charAt(end) === 'i' || text.charAt(end) === 'm') end++;
      return end;
    }
  }
  return -1;
}

/** A stretch of text read up to a separator at its own depth. */
export interface Stretch {
  /** From the first token to behind the last; equal when there is none. */
  start: number;
  end: number;
  /** The separator or closing bracket it stopped at, and where; '' at the end of the text. */
  stop: string;
  stopAt: number;
}

/** Reads from `at` to one of `stops` outside all brackets; undefined when something never closes. */
export function readStretch(text: string, at: number, stops: string): Stretch | undefined {
  const open: string[] = [];
  let afterOperand = false;
  let questions = 0;
  let start = -1;
  let end = at;
  for (;;) {
    const token = readToken(text, end, afterOperand);
    if (token.kind === 'broken') return undefined;
    const c = text.slice(token.start, token.end);
    const outside = open.length === 0;
    if (outside && c === ':' && questions > 0) questions--;
    else if (outside && (token.kind === 'end' || isStop(token, c, stops))) {
      return { start: start < 0 ? token.start : start, end, stop: c, stopAt: token.start };
    } else if (outside && c === '?' && stops.includes(':')) questions++;
    if (token.kind === 'end') return undefined;
    if (token.kind === 'open') open.push(c);
    if (token.kind === 'close' && !matches(open.pop(), c)) return undefined;
    afterOperand = token.kind === 'operand' || token.kind === 'close';
    if (start < 0) start = token.start;
    end = token.end;
  }
}

function isStop(token: Token, c: string, stops: string): boolean {
  return (
    token.kind === 'close' || (token.kind === 'operator' && c.length === 1 && stops.includes(c))
  );
}

function matches(open: string | undefined, close: string): boolean {
  return open !== undefined && '([{'.indexOf(open) === ')]}'.indexOf(close);
}
