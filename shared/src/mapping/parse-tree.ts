import { problem, ProblemError, type Problem } from '#base';

import { remember } from './remember.ts';
import { SyntaxParser } from './syntax-parser.ts';
import type { TreeNode, Trivia } from './tree.ts';
import { childrenOf } from './walk.ts';

/**
 * `trivia` is the space and the comments, in order: what no construct's own tokens hold. A refused
 * text has a tree too when only values of fields are wrong: they are its `broken` nodes.
 */
export type ParsedTree =
  | { ok: true; root: TreeNode; trivia: Trivia[] }
  | { ok: false; problem: Problem; root?: TreeNode };

/** jsonata gives up evaluating at 500 levels, so nobody misses what is nested deeper than this. */
const DEEPEST = 1000;

/**
 * The syntax tree of any text jsonata accepts, every construct with its place in the text. Anything
 * else gives an `expression_invalid` with its offset. Results are remembered: only to be read.
 * @example parseTree('a & b') // root: { kind: 'binary', operator: '&', start: 0, end: 5, … }
 */
export const parseTree = remember(parse);

function parse(text: string): ParsedTree {
  if (text.trim() === '') {
    const hint = 'Write an expression, or null.';
    const rest = { hint, at: { offset: 0 } };
    return { ok: false, problem: problem('expression_invalid', 'The expression is empty.', rest) };
  }
  try {
    const parser = new SyntaxParser(text);
    const parsed = parser.parse();
    if (isTooDeep(parsed.root)) return { ok: false, problem: tooDeep() };
    const { problem: wrong } = parser;
    return wrong ? { ok: false, problem: wrong, root: parsed.root } : { ok: true, ...parsed };
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    if (error instanceof RangeError) return { ok: false, problem: tooDeep() };
    throw error;
  }
}

function isTooDeep(root: TreeNode): boolean {
  let level = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap(childrenOf);
  }
  return false;
}

function tooDeep(): Problem {
  return problem('expression_invalid', `The expression nests deeper than ${DEEPEST} levels.`, {
    hint: 'Take parts out of it: bind them to a variable first.',
    at: { offset: 0 },
  });
}
