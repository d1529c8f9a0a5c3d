import { ProblemError } from '#base';

import { Lexer, type Token } from './tokens.ts';

/** A stretch of text read up to a separator at its own depth. */
export interface Stretch {
  /** From the first token to behind the last; equal when there is none. */
  start: number;
  end: number;
  /** The separator or closing bracket it stopped at, and where; '' at the end of the text. */
  stop: string;
  stopAt: number;
}

/**
 * Reads from `at` to one of `stops` outside all brackets, without asking whether what is there
 * parses; undefined when a bracket, a quote or a comment never closes.
 */
export function readStretch(text: string, at: number, stops: string): Stretch | undefined {
  try {
    return read(new Lexer(text, at), at, stops);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

function read(lexer: Lexer, at: number, stops: string): Stretch | undefined {
  const open: string[] = [];
  let start: number | undefined;
  let end = at;
  let afterOperand = false;
  let infix = false;
  for (;;) {
    const token = lexer.next(infix);
    const c = token.kind === 'operator' ? token.text : '';
    if (open.length === 0 && (token.kind === 'end' || isStop(c, stops)))
      return { start: start ?? token.start, end, stop: c, stopAt: token.start };
    if (token.kind === 'end') return undefined;
    if (isOpen(c)) open.push(c);
    if (isClose(c) && !matches(open.pop(), c)) return undefined;
    // As in jsonata, a slash opens a regex only behind what continues an operand.
    infix = !afterOperand || isOperand(token, afterOperand);
    if (SEPARATORS.includes(c)) infix = false;
    afterOperand = isOperand(token, afterOperand);
    start ??= token.start;
    end = token.end;
  }
}

const SEPARATORS = [',', ':', ';'];
const NAMES_TOO = ['and', 'or', 'in', '*', '**', '%'];

/** A word such as `in`, and `*` and `%`, are names where an operand is expected. */
function isOperand({ kind, text }: Token, afterOperand: boolean): boolean {
  if (kind !== 'operator') return true;
  return isClose(text) || (!afterOperand && NAMES_TOO.includes(text));
}

function isOpen(c: string): boolean {
  return c === '(' || c === '[' || c === '{';
}

function isClose(c: string): boolean {
  return c === ')' || c === ']' || c === '}';
}

function isStop(c: string, stops: string): boolean {
  return isClose(c) || (c.length === 1 && stops.includes(c));
}

function matches(open: string | undefined, close: string): boolean {
  return open !== undefined && '([{'.indexOf(open) === ')]}'.indexOf(close);
}

const TRIVIA = /(?:[ \t\n\r\v]+|\/\*[^]*?\*\/)*/y;

/** The first place from `at` that is neither space nor a comment that ends. */
export function skipTrivia(text: string, at: number): number {
  TRIVIA.lastIndex = at;
  return at + (TRIVIA.exec(text)?.[0].length ?? 0);
}
