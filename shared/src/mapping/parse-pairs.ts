import type { SyntaxParser } from './syntax-parser.ts';
import type { Pair } from './tree.ts';

/** The pairs behind a `{` and the closing brace. */
export function parsePairs(parser: SyntaxParser): Pair[] {
  const pairs: Pair[] = [];
  while (!parser.is('}') || pairs.length > 0) {
    const key = parser.expression(0);
    parser.expect(':');
    pairs.push({ key, value: parser.entry('}') });
    if (!parser.is(',')) break;
    parser.take();
  }
  parser.expect('}', true);
  return pairs;
}
