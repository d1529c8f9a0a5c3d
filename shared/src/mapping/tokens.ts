import { syntaxError } from './syntax-error.ts';
import type { Span, Trivia } from './tree.ts';

/** A token of JSONata. `text` of an operator is the operator, of a name or variable the bare name. */
export interface Token extends Span {
  kind: 'operator' | 'name' | 'variable' | 'string' | 'number' | 'value' | 'regex' | 'end';
  text: string;
  /** What a literal stands for. */
  value?: string | number | boolean | null;
  /** Of a regex. */
  flags?: string;
}

const SPACE = new Set(' \t\n\r\v');
const SINGLE = new Set('.[]{}(),@#;:?+-*/%|=<>^&!~');
const PAIRS = new Set(['..', ':=', '!=', '>=', '<=', '**', '~>', '?:', '??']);
const WORD_OPERATORS = new Set(['and', 'or', 'in']);
const VALUES = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const NUMBER = /(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[Ee][-+]?[0-9]+)?/y;
const ESCAPES = new Map(Object.entries({ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }));
for (const same of '"\\/') ESCAPES.set(same, same);

/**
 * Reads tokens one at a time, as jsonata does: whether a slash divides or opens a regex is the
 * parser's to say, and quotes inside a name belong to the name.
 */
export class Lexer {
  readonly trivia: Trivia[] = [];
  private readonly text: string;
  private at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** Goes on from another place. */
  seek(at: number): void {
    this.at = at;
  }

  next(infix: boolean): Token {
    this.skip();
    const start = this.at;
    const c = this.text.charAt(start);
    if (start >= this.text.length) return this.token('end', start, '');
    if (c === '/' && !infix) return this.regex(start);
    const pair = this.text.slice(start, start + 2);
    if (PAIRS.has(pair)) return this.token('operator', start + 2, pair);
    if (SINGLE.has(c)) return this.token('operator', start + 1, c);
    if (c === '"' || c === "'") return this.string(start, c);
    return this.number(start) ?? (c === '`' ? this.quotedName(start) : this.word(start));
  }

  private token(kind: Token['kind'], end: number, text: string): Token {
    const token: Token = { kind, start: this.at, end, text };
    this.at = end;
    return token;
  }

  private skip(): void {
    for (;;) {
      const start = this.at;
      while (SPACE.has(this.text.charAt(this.at))) this.at++;
      if (this.at > start) this.trivia.push({ kind: 'space', start, end: this.at });
      if (!this.text.startsWith('/*', this.at)) return;
      this.comment(this.at);
    }
  }

  private comment(start: number): void {
    const close = this.text.indexOf('*/', start + 2);
    if (close < 0) syntaxError('the comment that begins here is never closed', start);
    this.at = close + 2;
    this.trivia.push({ kind: 'comment', start, end: this.at });
  }

  private regex(start: number): Token {
    const close = endOfPattern(this.text, start + 1);
    if (close < 0) syntaxError('the regular expression that begins here is never closed', start);
    const source = this.text.slice(start + 1, close);
    if (source === '') syntaxError('the regular expression is empty', start);
    let end = close + 1;
    while (this.text.charAt(end) === 'i' || this.text.charAt(end) === 'm') end++;
    const flags = this.text.slice(close + 1, end);
    try {
      RegExp(source, `${flags}g`);
    } catch {
      syntaxError('this is no regular expression', start);
    }
    return { ...this.token('regex', end, source), flags };
  }

  private string(start: number, quote: string): Token {
    let value = '';
    let i = start + 1;
    for (;;) {
      const c = this.text.charAt(i);
      if (c === '') syntaxError('the text that begins here has no closing quote', start);
      if (c === quote) return { ...this.token('string', i + 1, value), value };
      if (c === '\\') {
        const escape = this.escape(i + 1);
        value += escape.value;
        i = escape.end;
      } else {
        value += c;
        i++;
      }
    }
  }

  private escape(at: number): { value: string; end: number } {
    const c = this.text.charAt(at);
    const known = ESCAPES.get(c);
    if (known !== undefined) return { value: known, end: at + 1 };
    const digits = this.text.slice(at + 1, at + 5);
    if (c !== 'u') syntaxError(`"\\${c}" is no escape`, at);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) syntaxError('"\\u" needs four hexadecimal digits', at);
    return { value: String.fromCharCode(Number.parseInt(digits, 16)), end: at + 5 };
  }

  private number(start: number): Token | undefined {
    NUMBER.lastIndex = start;
    const [digits] = NUMBER.exec(this.text) ?? [];
    if (digits === undefined) return undefined;
    const value = Number.parseFloat(digits);
    if (!Number.isFinite(value)) syntaxError('the number is too large', start);
    return { ...this.token('number', start + digits.length, digits), value };
  }

  private quotedName(start: number): Token {
    const close = this.text.indexOf('`', start + 1);
    if (close < 0) syntaxError('the name that begins here has no closing backtick', start);
    return this.token('name', close + 1, this.text.slice(start + 1, close));
  }

  private word(start: number): Token {
    let end = start;
    while (end < this.text.length && !isStop(this.text.charAt(end))) end++;
    const word = this.text.slice(start, end);
    if (word.startsWith('$')) return this.token('variable', end, word.slice(1));
    if (WORD_OPERATORS.has(word)) return this.token('operator', end, word);
    const value = VALUES.get(word);
    if (value !== undefined) return { ...this.token('value', end, word), value };
    return this.token('name', end, word);
  }
}

function isStop(c: string): boolean {
  return SPACE.has(c) || SINGLE.has(c);
}

/** Where the slash stands that closes a pattern, or -1; one in brackets or behind a `\` does not. */
function endOfPattern(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const c = text.charAt(i);
    const escaped = text.charAt(i - 1) === '\\';
    if (c === '/' && depth === 0 && backslashesBefore(text, i) % 2 === 0) return i;
    if ('([{'.includes(c) && !escaped) depth++;
    if (')]}'.includes(c) && !escaped) depth--;
  }
  return -1;
}

function backslashesBefore(text: string, at: number): number {
  let count = 0;
  while (text.charAt(at - count - 1) === '\\') count++;
  return count;
}

/** A token in the words of a message. */
export function nameOf({ kind, text }: Token): string {
  return kind === 'end' ? 'the end' : `"${text.slice(0, 40)}"`;
}
