import { describe, expect, it } from 'vitest';

import type { FieldPath } from './edit-text.ts';
import { evaluateExpression } from './evaluate.ts';
import { fieldExpressions } from './field-expressions.ts';
import { provenanceOf } from './provenance.ts';

const text = `{
  "id": trigger.no & "-" & vars.suffix,
  "buyer": trigger.customer,
  "lines": trigger.order.lines.{ "sku": sku, "net": price * $$.vars.rate, "tags": tags.{ "t": name } },
  "big": trigger.order.lines[qty > 1].{ "sku": sku },
  "fixed": "x"
}`;
const line = { sku: 'a', qty: 2, price: 3, tags: [{ name: 'p' }, { name: 'q' }] };
const document = {
  trigger: {
    no: 7,
    customer: { name: 'Ada' },
    order: { lines: [line, { ...line, sku: 'b', price: 'bad' }] },
  },
  vars: { suffix: 'X', rate: 2 },
};

describe('where a value of the output comes from', () => {
  it.each<[FieldPath, string, string[]]>([
    [['id'], 'trigger.no & "-" & vars.suffix', ['trigger.no', 'vars.suffix']],
    [['buyer', 'name'], 'trigger.customer', ['trigger.customer.name']],
    [['lines', 1, 'sku'], 'sku', ['trigger.order.lines.1.sku']],
    [['lines', 1, 'net'], 'price * $$.vars.rate', ['trigger.order.lines.1.price', 'vars.rate']],
    [['lines', 0, 'tags', 1, 't'], 'name', ['trigger.order.lines.0.tags.1.name']],
    [['big', 0, 'sku'], 'sku', ['trigger.order.lines.sku']],
    [['fixed'], '"x"', []],
  ])('%j', (pointer, span, sources) => {
    const found = provenanceOf(text, pointer);
    expect(found && text.slice(found.span.start, found.span.end)).toBe(span);
    expect(found?.sources.map((path) => path.join('.'))).toEqual(sources);
  });
});

describe('the fields of a mapping evaluated one by one', () => {
  const results = async (element: number): Promise<Record<string, string>> => {
    const all = fieldExpressions(text, element).map(async (field) => {
      const found = await evaluateExpression(field.text, document);
      return [field.path.join('.'), found.ok ? (found.text ?? 'nothing') : 'fails'] as const;
    });
    return Object.fromEntries(await Promise.all(all));
  };

  it('see what they see where they stand', async () => {
    expect(await results(0)).toMatchObject({
      id: '"7-X"',
      'lines.0.sku': '"a"',
      'lines.0.net': '6',
      'lines.0.tags.0.t': '"p"',
      'big.0.sku': '"a"',
      fixed: '"x"',
    });
  });

  it('fail alone, in the element that is looked at', async () => {
    const found = await results(1);
    expect(found).toMatchObject({ 'lines.1.net': 'fails', 'lines.1.sku': '"b"', id: '"7-X"' });
  });

  it('are given of a text one of whose fields does not parse', () => {
    const broken = fieldExpressions('{ "a": 1 +, "b": { "c": x } }');
    expect(broken.map(({ path }) => path.join('.'))).toEqual(['a', 'b', 'b.c']);
  });
});
