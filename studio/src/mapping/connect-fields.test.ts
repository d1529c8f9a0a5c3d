import type { JsonSchema } from '@patchbay/shared/catalog';
import { evaluateExpression } from '@patchbay/shared/mapping';
import { describe, expect, it } from 'vitest';

import { connect, disconnect, targetOf } from './connect-fields.ts';
import { mappedFields } from './mapped-fields.ts';
import { childrenOf as sourceFields, rootNode, type SourceNode } from './source-tree.ts';
import { childrenOf, missingFields, rootOf, type TargetNode } from './target-tree.ts';

const text = { type: 'string' };
const number = { type: 'number' };
const SCHEMA: JsonSchema = {
  type: 'object',
  required: ['Contact', 'Lines'],
  properties: {
    Contact: { type: 'object', properties: { Name: text, EmailAddress: text } },
    Number: text,
    Lines: {
      type: 'array',
      items: {
        type: 'object',
        required: ['Quantity'],
        properties: { Description: text, Quantity: number, UnitAmount: number },
      },
    },
  },
};
const ORDER = {
  number: 'SO-1',
  'ship to': 'Nelson',
  customer: { name: 'Harbour', email: 'a@b.example' },
  lines: [{ description: 'Beans', qty: 2, unitPrice: 5, gift: { note: 'Hi' } }],
};

function source(...names: string[]): SourceNode {
  const root = rootNode({ path: ['trigger'], title: 'Trigger', sample: ORDER });
  return names.reduce<SourceNode>((node, name) => {
    const found = sourceFields(node).find(({ title }) => title === name);
    if (!found) throw new Error(`No source ${name}`);
    return found;
  }, root);
}

function target(code: string, ...names: string[]): TargetNode {
  const all = targetOf(SCHEMA, code);
  return names.reduce<TargetNode>((node, name) => {
    const found = childrenOf(all, node).find(({ path }) => path.at(-1) === name);
    if (!found) throw new Error(`No target ${name}`);
    return found;
  }, rootOf(all));
}

const draw = (code: string, from: string[], to: string[]): string =>
  connect(code, SCHEMA, source(...from), target(code, ...to));

describe('a line drawn', () => {
  it.each([
    ['begins a mapping', '', ['number'], ['Number'], '{ "Number": trigger.number }'],
    [
      'replaces what was there, and leaves comments alone',
      '{ /* no. */ "Number": "x" /* y */ }',
      ['number'],
      ['Number'],
      '{ /* no. */ "Number": trigger.number /* y */ }',
    ],
    ['quotes names that need it', '{}', ['ship to'], ['Number'], '{ "Number": trigger.`ship to` }'],
    [
      'from a parent to a parent maps what is called alike',
      '{}',
      ['customer'],
      ['Contact'],
      '{ "Contact": { "Name": trigger.customer.name, "EmailAddress": trigger.customer.email } }',
    ],
    [
      'into a list maps the list around the source first',
      '{}',
      ['lines', 'qty'],
      ['Lines', 'Quantity'],
      '{ "Lines": [trigger.lines.{ "Quantity": qty }] }',
    ],
    [
      'into a mapped list is named from its element, or from the document',
      '{ "Lines": [trigger.lines.{ "Quantity": qty }] }',
      ['number'],
      ['Lines', 'Description'],
      '{ "Lines": [trigger.lines.{ "Quantity": qty, "Description": $$.trigger.number }] }',
    ],
    [
      'goes deeper into an element',
      '{ "Lines": [trigger.lines.{ "Quantity": qty }] }',
      ['lines', 'gift', 'note'],
      ['Lines', 'Description'],
      '{ "Lines": [trigger.lines.{ "Quantity": qty, "Description": gift.note }] }',
    ],
  ])('%s', (_, code, from, to, expected) => {
    expect(draw(code, from, to)).toBe(expected);
  });

  it('from a list to a list maps the fields of its elements, also of a list of one', async () => {
    const code = draw('{}', ['lines'], ['Lines']);
    const result = await evaluateExpression(code, { trigger: ORDER });
    expect(JSON.parse(result.ok ? (result.text ?? '') : '')).toEqual({
      Lines: [{ Description: 'Beans', Quantity: 2, UnitAmount: 5 }],
    });
  });

  it('from another list keeps the fields that are mapped', () => {
    const code = '{ "Lines": [steps.old.{ "Quantity": n * 2 }] }';
    expect(draw(code, ['lines'], ['Lines'])).toContain(
      '[trigger.lines.{ "Quantity": n * 2, "Description": description',
    );
  });

  it('is taken away again', () => {
    const code = '{ "Number": trigger.number, "Lines": [trigger.lines.{ "Quantity": qty }] }';
    expect(disconnect(code, ['Number'])).toBe('{ "Lines": [trigger.lines.{ "Quantity": qty }] }');
    expect(disconnect(code, ['Lines'])).toBe('{ "Number": trigger.number }');
  });
});

describe('what a mapping reads', () => {
  it('is known through lists, filters, calls and conditions', () => {
    const code = `{
      "a": $uppercase(trigger.customer.name & trigger.number),
      "Lines": trigger.lines[qty > vars.least].{ "Quantity": qty, "x": $$.steps.s.y },
      "c": $x.y ? trigger.lines^(qty).unitPrice : steps.s.(z + 1)
    }`;
    const reads = mappedFields(code).map(({ path, reads: all }) => [
      path.join('.'),
      all.map((read) => read.path.join('.')),
    ]);
    expect(Object.fromEntries(reads)).toEqual({
      '': [],
      a: ['trigger.customer.name', 'trigger.number'],
      Lines: ['trigger.lines', 'trigger.lines.qty', 'trigger.lines.vars.least'],
      'Lines.0.Quantity': ['trigger.lines.qty'],
      'Lines.0.x': ['steps.s.y'],
      c: ['trigger.lines.unitPrice', 'trigger.lines.qty', 'steps.s', 'steps.s.z'],
    });
  });

  it('leaves the required fields that nothing makes to be counted', () => {
    const missing = (code: string): string[] =>
      missingFields(targetOf(SCHEMA, code)).map(({ path }) => path.join('.'));
    expect(missing('{}')).toEqual(['Contact', 'Lines']);
    expect(missing('{ "Contact": trigger.customer, "Lines": [trigger.lines.{}] }')).toEqual([
      'Lines.0.Quantity',
    ]);
    expect(missing('$anything()')).toEqual([]);
  });
});
