import { ProblemError, type Problem } from '#base';

import { INFIX, POWERS } from './parse-infix.ts';
import { parsePrefix } from './parse-prefix.ts';
import { readStretch } from './scan.ts';
import { syntaxError } from './syntax-error.ts';
import { Lexer, nameOf, type Token } from './tokens.ts';
import { TreeBuilder } from './tree-builder.ts';
import type { TreeNode, Trivia } from './tree.ts';

/**
 * Top-down operator precedence over jsonata's grammar: which token may stand where, how strongly
 * it binds and when a slash opens a regex are as in jsonata, since its evaluator reads the text too.
 */
export class SyntaxParser {
  readonly build = new TreeBuilder();
  token: Token;
  /** Where the last token that was taken ends. */
  end = 0;
  /** What was wrong with a field whose value is `broken` in the tree. */
  problem: Problem | undefined;
  private readonly text: string;
  private readonly lexer: Lexer;
  private lost = false;

  constructor(text: string) {
    this.text = text;
    this.lexer = new Lexer(text);
    this.token = this.lexer.next(false);
  }

  parse(): { root: TreeNode; trivia: Trivia[] } {
    const root = this.expression(0);
    if (this.token.kind !== 'end')
      syntaxError(`${nameOf(this.token)} is too many`, this.token.start);
    this.build.finish(root);
    return { root, trivia: this.lexer.trivia };
  }

  /** An expression up to the first token that binds no stronger than `power`. */
  expression(power: number): TreeNode {
    let left = parsePrefix(this, this.take(true));
    for (;;) {
      const infix = this.token.kind === 'operator' ? INFIX.get(this.token.text) : undefined;
      if (!infix || power >= (POWERS.get(this.token.text) ?? 0)) return left;
      left = infix(this, left, this.take());
    }
  }

  /**
   * A field's value or a list's item, up to a comma or the closing bracket. One that does not parse
   * is passed over, so that those around it keep their places while somebody is typing.
   */
  entry(close: string, read = (): TreeNode => this.expression(0)): TreeNode {
    const { start } = this.token;
    try {
      const value = read();
      if (!this.is(',') && !this.is(close)) this.expect(close);
      return value;
    } catch (error) {
      if (!(error instanceof ProblemError) || this.lost) throw error;
      const broken = readStretch(this.text, start, ',');
      // Whoever reads around a bracket that never closes comes upon it too.
      this.lost = broken?.stop !== ',' && broken?.stop !== close;
      if (!broken || this.lost || broken.start === broken.stopAt) throw error;
      this.problem ??= error.problem;
      this.lexer.seek(broken.stopAt);
      this.end = broken.end;
      this.token = this.lexer.next(true);
      return this.build.node(broken, broken.end, { kind: 'broken' });
    }
  }

  is(operator: string): boolean {
    return this.token.kind === 'operator' && this.token.text === operator;
  }

  /** The token at hand; the next one is read, where a slash divides when `infix`. */
  take(infix = false): Token {
    const taken = this.token;
    this.end = taken.end;
    this.token = this.lexer.next(infix);
    const { kind, text, start } = this.token;
    if (kind === 'operator' && (text === '!' || text === '~')) {
      syntaxError(`"${text}" alone is no operator`, start);
    }
    return taken;
  }

  expect(operator: string, infix = false): Token {
    if (this.is(operator)) return this.take(infix);
    return syntaxError(`"${operator}" is missing before ${nameOf(this.token)}`, this.token.start);
  }
}
