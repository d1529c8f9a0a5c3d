import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { anyExpression } from './any-expression.ts';
import { formatText } from './format-text.ts';
import { parseTree } from './parse-tree.ts';
import { toAst } from './tree-to-ast.ts';

const bare = (text: string): string => {
  const parsed = parseTree(text);
  return parsed.ok ? JSON.stringify(toAst(parsed.root)) : parsed.problem.message;
};

describe('laying a text out', () => {
  it('breaks what is long, keeps what is short, and moves no comment', () => {
    const text =
      '{ /* Agreed. */ "LineItems": [steps.crm.lines.{ "Quantity": qty, "UnitAmount": unitPrice /* net */, "Description": description }], "Tags": [1,   2], "Due": a\n ? b : c }';
    expect(formatText(text)).toBe(`{
  /* Agreed. */ "LineItems": [
    steps.crm.lines.{
      "Quantity": qty,
      "UnitAmount": unitPrice /* net */,
      "Description": description
    }
  ],
  "Tags": [1, 2],
  "Due": a ? b : c
}`);
  });

  it.each(['{ "a": 1 }', '', '{ "a": ', '"two  blanks"', '/* a\n  b */ x', '$f(/a  b/)'])(
    'leaves %s as it is',
    (text) => {
      expect(formatText(text)).toBe(text);
    },
  );

  it('changes no meaning, and a second time nothing', () => {
    fc.assert(
      fc.property(anyExpression, fc.constantFrom(1, 3, 6), (text, times) => {
        const long = `{ ${Array.from({ length: times }, (_, i) => `"f${i}": ${text}`).join(', ')} }`;
        fc.pre(parseTree(long).ok);
        const laid = formatText(long);
        expect(bare(laid)).toBe(bare(long));
        expect(formatText(laid)).toBe(laid);
      }),
      { numRuns: 300 },
    );
  });
});
