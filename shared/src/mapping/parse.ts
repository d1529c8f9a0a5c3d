import jsonata from 'jsonata';

import { problem, type Problem } from '#base';

import { remember } from './remember.ts';

/** A node of jsonata's syntax tree, as far as we walk it. `position` is the offset after the token. */
export interface AstNode {
  type: string;
  value?: unknown;
  position?: number;
  steps?: AstNode[];
  expressions?: AstNode[];
  arguments?: AstNode[];
  stages?: AstNode[];
  predicate?: AstNode[];
  terms?: { expression: AstNode }[];
  group?: { lhs: [AstNode, AstNode][] };
  lhs?: AstNode | [AstNode, AstNode][];
  rhs?: AstNode;
  [part: string]: unknown;
}

export type ParsedExpression = { ok: true; ast: AstNode } | { ok: false; problem: Problem };

interface JsonataError {
  code?: string;
  position?: number;
  message?: string;
}

/**
 * Parses JSONata. A text that does not parse gives an `expression_invalid` with its offset. Results
 * are remembered, so they are only to be read.
 */
export const parseExpression = remember(parse);

function parse(text: string): ParsedExpression {
  if (text.trim() === '') {
    const empty = problem(
      'expression_invalid',
      'The expression is empty.',
      'Write an expression, or null.',
    );
    return { ok: false, problem: { ...empty, at: { offset: 0 } } };
  }
  try {
    return { ok: true, ast: jsonata(text).ast() as unknown as AstNode };
  } catch (error) {
    return { ok: false, problem: explain(error as JsonataError) };
  }
}

function explain({ code, position, message }: JsonataError): Problem {
  return problem('expression_invalid', `The expression does not parse: ${message ?? code}.`, {
    hint: 'Look at the marked place: a bracket, quote or operator is missing or too many.',
    at: { offset: Math.max(0, (position ?? 1) - 1) },
    details: { jsonata: code },
  });
}
