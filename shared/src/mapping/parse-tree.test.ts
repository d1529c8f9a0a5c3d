import * as fc from 'fast-check';
import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';

import { anyExpression, tokenSoup } from './any-expression.ts';
import { normalAst } from './normal-ast.ts';
import { parseTree } from './parse-tree.ts';
import { toAst } from './tree-to-ast.ts';
import type { TreeNode } from './tree.ts';
import { childrenOf, nodesAt, walk } from './walk.ts';

function judge(text: string): unknown {
  try {
    return normalAst(jsonata(text).ast(), text);
  } catch {
    return 'refused';
  }
}

function ours(text: string): unknown {
  const parsed = parseTree(text);
  return parsed.ok ? normalAst(toAst(parsed.root), text) : 'refused';
}

function accepted(text: string): TreeNode | undefined {
  const parsed = parseTree(text);
  return parsed.ok ? parsed.root : undefined;
}

describe('the syntax tree', { timeout: 30_000 }, () => {
  it('is the tree jsonata makes of any text, and refuses what jsonata refuses', () => {
    let accepts = 0;
    const property = fc.property(anyExpression, (text) => {
      const expected = judge(text);
      if (expected !== 'refused') accepts++;
      expect(ours(text)).toEqual(expected);
    });
    fc.assert(property, { numRuns: 1200 });
    expect(accepts).toBeGreaterThan(400);
  });

  it('agrees with jsonata on tokens in any order and on any characters', () => {
    const texts = fc.oneof(tokenSoup, fc.string({ maxLength: 12 }));
    const same = (text: string): void => {
      expect(ours(text)).toEqual(judge(text));
    };
    fc.assert(fc.property(texts, same), { numRuns: 2000 });
  });

  it('gives every operand, field and argument the place from which it can be read alone', () => {
    const property = fc.property(anyExpression, (text) => {
      const root = accepted(text);
      fc.pre(root !== undefined);
      walk(root, (node, parent) => {
        for (const child of childrenOf(node))
          expect([child.start >= root.start, child.end <= root.end]).toEqual([true, true]);
        if (isPart(node, parent)) return;
        const alone = accepted(text.slice(node.start, node.end));
        expect(alone && shape(alone), `${text} at ${node.start}`).toEqual(shape(node));
      });
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('keeps space and comments apart: other ones in their place change nothing', () => {
    const property = fc.property(
      anyExpression,
      fc.constantFrom(' ', ' /* new } */\n'),
      (text, gap) => {
        const parsed = parseTree(text);
        fc.pre(parsed.ok);
        if (!parsed.ok) return;
        let other = text;
        for (const { kind, start, end } of parsed.trivia.toReversed()) {
          expect(text.slice(start, end)).toMatch(
            kind === 'space' ? /^[ \t\n\r\v]+$/ : /^\/\*[^]*\*\/$/,
          );
          other = other.slice(0, start) + gap + other.slice(end);
        }
        expect(ours(other)).toEqual(ours(text));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('finds what stands at a place, from outside in', () => {
    const text = '{ "a": $sum(items[price > 2].price) }';
    const root = accepted(text);
    const kinds = root && nodesAt(root, text.indexOf('> 2')).map(({ kind }) => kind);
    expect(kinds).toEqual(['object', 'call', 'path', 'name', 'binary']);
    const name = root && nodesAt(root, text.indexOf('items') + 2).at(-1);
    expect(name && text.slice(name.start, name.headEnd)).toBe('items');
  });

  it.each([
    ['', 'empty', 0],
    ['{"a": "open', 'no closing quote', 6],
    ['a + /* never', 'never closed', 4],
    ['(1 + 2', '")" is missing before the end', 6],
    ['a b', '"b" is too many', 2],
    ['{"a": }', '"}" can\'t stand here', 6],
    ['a.1', "can't be a step", 2],
    ['%', 'no parent', 0],
    ['a ! b', 'no operator', 2],
    ['/+/', 'no regular expression', 0],
    ['('.repeat(100_000), 'nests deeper', 0],
    [`a${'&a'.repeat(5000)}`, 'nests deeper', 0],
  ])('says what is wrong and where: %#', (text, message, offset) => {
    const parsed = parseTree(text);
    expect(parsed).toMatchObject({
      ok: false,
      problem: { code: 'expression_invalid', at: { offset } },
    });
    expect(!parsed.ok && parsed.problem.message).toContain(message);
  });
});

/** Steps and the like mean something only where they stand. */
function isPart(node: TreeNode, parent: TreeNode | undefined): boolean {
  if (parent?.kind === 'path' && parent.steps.includes(node)) return true;
  if (['range', 'sort', 'placeholder', 'parent'].includes(node.kind)) return true;
  let seeks = false;
  walk(node, ({ kind }) => (seeks ||= kind === 'parent'));
  return seeks;
}

/** The tree without the marks that come from what stands around it. */
function shape(node: TreeNode): unknown {
  const marks = new Set(['consarray', 'tuple', 'ancestor', 'keepArray', 'keepSingletonArray']);
  return JSON.parse(
    JSON.stringify(normalAst(toAst(node), '??'), (key, value: unknown) =>
      marks.has(key) ? undefined : value,
    ),
  );
}
