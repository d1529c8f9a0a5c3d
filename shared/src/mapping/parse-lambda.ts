import { checkSignature } from './check-signature.ts';
import { syntaxError } from './syntax-error.ts';
import type { SyntaxParser } from './syntax-parser.ts';
import type { TreeNode } from './tree.ts';

/** What follows `function($a, $b)`: a signature that may be, and the body. */
export function parseLambda(parser: SyntaxParser, word: TreeNode, args: TreeNode[]): TreeNode {
  const parameters = args.map((arg) => {
    const binding = parser.build.bindingOf(arg);
    return binding ?? syntaxError('a parameter is a variable, such as $x', arg.start);
  });
  const signature = parser.is('<') ? parseSignature(parser) : undefined;
  parser.expect('{');
  const body = parser.expression(0);
  parser.expect('}');
  return parser.build.node(word, parser.end, { kind: 'lambda', parameters, signature, body });
}

function parseSignature(parser: SyntaxParser): string {
  const { start } = parser.token;
  let text = '<';
  for (let depth = 1; depth > 0 && !isBodyOrEnd(parser); text += wordOf(parser)) {
    parser.take();
    if (parser.is('>')) depth--;
    else if (parser.is('<')) depth++;
  }
  parser.expect('>');
  checkSignature(text, start);
  return text;
}

function isBodyOrEnd(parser: SyntaxParser): boolean {
  return parser.is('{') || parser.token.kind === 'end';
}

function wordOf({ token: { kind, value, text } }: SyntaxParser): string {
  return kind === 'end' ? '(end)' : String(value ?? text);
}
