import jsonata from 'jsonata';
import { describe, expect, it } from 'vitest';

import { buildShape } from './build-shape.ts';
import document from './corpus-document.json' with { type: 'json' };
import corpus from './corpus.json' with { type: 'json' };
import { changeField } from './edit-text.ts';
import { evaluateExpression } from './evaluate.ts';
import { fieldExpressions } from './field-expressions.ts';
import { normalAst } from './normal-ast.ts';
import { parseTree } from './parse-tree.ts';
import { shapeOf } from './read-shape.ts';
import { toAst } from './tree-to-ast.ts';
import type { TreeNode } from './tree.ts';
import { childrenOf } from './walk.ts';

/** What jsonata by itself gives; the same object may stand in it many times, so as text. */
async function judge(text: string): Promise<string> {
  try {
    const value: unknown = await jsonata(text).evaluate(structuredClone(document));
    return isFunction(value) ? 'fails' : (JSON.stringify(value) ?? 'nothing');
  } catch {
    return 'fails';
  }
}

function isFunction(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return typeof value === 'function';
  return '_jsonata_function' in value || '_jsonata_lambda' in value;
}

async function ours(text: string): Promise<string> {
  const found = await evaluateExpression(text, document);
  return found.ok ? (found.text ?? 'nothing') : 'fails';
}

/** The text put together from its constructs' places and what stands between them. */
function reprint(text: string, node: TreeNode): string {
  let out = '';
  let at = node.start;
  for (const child of childrenOf(node).toSorted((a, b) => a.start - b.start)) {
    if (child.start < at) continue;
    out += text.slice(at, child.start) + reprint(text, child);
    at = child.end;
  }
  return out + text.slice(at, node.end);
}

describe('the corpus', () => {
  it('is large enough to mean something', () => {
    expect(new Set(corpus).size).toBeGreaterThanOrEqual(300);
  });

  it.each(corpus)('%s', async (text) => {
    const parsed = parseTree(text);
    if (!parsed.ok) throw new Error(parsed.problem.message);
    const { root } = parsed;
    expect(normalAst(toAst(root), text)).toEqual(normalAst(jsonata(text).ast(), text));
    expect(text.slice(0, root.start) + reprint(text, root) + text.slice(root.end)).toBe(text);
    for (const { path } of fieldExpressions(text))
      expect(changeField(text, path, (value) => value)).toBe(text);
    const expected = await judge(text);
    expect(await ours(text)).toBe(expected);
    expect(await ours(buildShape(shapeOf(text, root)))).toBe(expected);
  });
});
