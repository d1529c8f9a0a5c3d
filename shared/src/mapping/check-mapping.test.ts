import { describe, expect, it } from 'vitest';

import type { Json } from '#base';
import type { JsonSchema } from '#catalog';

import { checkMapping, type DocumentKnowledge } from './check-mapping.ts';
import { schemaOf } from './type-schema.ts';

const order: Json = {
  id: 7,
  customer: { name: 'Ada', 'e-mail': 'ada@example.com' },
  lines: [
    { sku: 'a', qty: 2, price: 1.5 },
    { sku: 'b', qty: 1, price: 2, note: 'x' },
  ],
};
const document: DocumentKnowledge = {
  trigger: { sample: order },
  steps: {
    crm: {
      schema: {
        type: 'object',
        properties: { total: { type: 'number' } },
        additionalProperties: false,
      },
    },
    any: {},
  },
};

const typeOf = (text: string): JsonSchema => checkMapping(text, { document }).output;
const found = (text: string, target?: JsonSchema): string[] =>
  checkMapping(text, { document, target }).findings.map(
    ({ severity, kind, start, field }) =>
      `${severity} ${kind} @${start}${field?.length ? ` ${field.join('.')}` : ''}`,
  );

describe('the type of what an expression gives', () => {
  it.each<[string, JsonSchema]>([
    ['trigger.customer.name', { type: 'string' }],
    [
      'trigger.lines.qty',
      { anyOf: [{ type: 'number' }, { type: 'array', items: { type: 'number' } }] },
    ],
    ['trigger.lines.qty[]', { type: 'array', items: { type: 'number' } }],
    ['trigger.lines[0].qty', { type: 'number' }],
    ['$sum(trigger.lines.(price * qty))', { type: 'number' }],
    ['trigger.id & ""', { type: 'string' }],
    ['trigger.id > 1 ? "a" : 2', { type: ['string', 'number'] }],
    ['steps.crm.total ?? "none"', { type: ['number', 'string'] }],
    ['[1, "a"]', { type: 'array', items: { type: ['number', 'string'] } }],
    [
      '{ "a": 1, "b": trigger.lines[0].note }',
      {
        type: 'object',
        properties: { a: { type: 'number' }, b: { type: 'string' } },
        required: ['a'],
      },
    ],
    ['($x := trigger.customer; $x.name)', { type: 'string' }],
    [
      '$map(trigger.lines, function($l) { $l.sku })',
      { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    ],
    ['$lookup(trigger.customer, "e-mail")', { type: 'string' }],
    ['trigger.lines^(>qty)[].{ "s": sku }', { type: 'array', items: schemaOf({ s: '' }) }],
    [
      'trigger.lines{ "k": qty }',
      {
        type: 'object',
        properties: {
          k: { anyOf: [{ type: 'number' }, { type: 'array', items: { type: 'number' } }] },
        },
        required: ['k'],
      },
    ],
    [
      'trigger.lines.$sum(qty)',
      { anyOf: [{ type: 'number' }, { type: 'array', items: { type: 'number' } }] },
    ],
    ['"abc" ~> $uppercase', { type: 'string' }],
    ['steps.any.whatever.deep', {}],
    ['trigger.lines@$l.$l.sku', {}],
  ])('%s', (text, schema) => {
    expect(typeOf(text)).toEqual(schema);
    expect(found(text)).toEqual([]);
  });
});

describe('what is wrong with an expression', () => {
  it.each<[string, string[]]>([
    ['trigger.custmer.name', ['warning unknown-path @8']],
    ['trigger.lines.{ "a": skuu }', ['warning unknown-path @21']],
    ['steps.crm.totl', ['error unknown-path @10']],
    ['steps.gone.x', ['error unknown-path @6']],
    ['foo', ['error unknown-path @0']],
    ['item.x', ['error unknown-path @0']],
    ['trigger.id.deep', ['error unknown-path @11']],
    ['$fooo(1)', ['error mistake @0']],
    ['$x + 1', ['error mistake @0']],
    ['[$x := 1, $x + 1, trigger.lines@$l.($l.qty * 2)]', []],
    ['trigger.customer.name * 2', ['error mistake @0']],
    ['trigger.lines[skuu = 1]', ['warning unknown-path @14']],
    ['1 +', ['error invalid @3']],
  ])('%s', (text, findings) => {
    expect(found(text)).toEqual(findings);
  });

  const target: JsonSchema = {
    type: 'object',
    required: ['number', 'lines'],
    additionalProperties: false,
    properties: {
      number: { type: 'string' },
      paid: { type: ['boolean', 'null'] },
      lines: {
        type: 'array',
        items: {
          type: 'object',
          required: ['code'],
          properties: { code: { type: 'string' }, n: { type: 'number' } },
        },
      },
    },
  };
  it.each<[string, string[]]>([
    ['{ "number": "1", "lines": [] }', []],
    ['{ "lines": [] }', ['error missing-field @0 number']],
    ['{ "number": 1, "lines": [] }', ['error wrong-type @12 number']],
    [
      '{ "number": "1", "lines": trigger.lines.{ "n": sku }[] }',
      ['error missing-field @40 lines.0.code', 'error wrong-type @47 lines.0.n'],
    ],
    [
      '{ "number": "1", "lines": trigger.lines.{ "code": sku } }',
      ['warning may-be-single @26 lines'],
    ],
    ['{ "number": "1", "lines": [trigger.lines.{ "code": sku }] }', []],
    ['{ "number": "1", "lines": [], "x": 1 }', ['warning unknown-field @30 x']],
    ['{ "number": "1", "lines": [], "paid": null }', []],
    ['{ "number": trigger.id ? "a" : 2, "lines": [] }', ['error wrong-type @31 number']],
    ['"text"', ['error wrong-type @0']],
  ])('%s does not fit its target', (text, findings) => {
    expect(found(text, target)).toEqual(findings);
  });

  it('ends with a schema that holds itself', () => {
    const tree: JsonSchema = {
      $ref: '#/$defs/node',
      $defs: {
        node: {
          type: 'object',
          properties: { child: { $ref: '#/$defs/node' }, n: { type: 'number' } },
        },
      },
    };
    const knowledge = { document: { trigger: { schema: tree } } };
    const { findings, output } = checkMapping('trigger.child.child.child.n', knowledge);
    expect([findings, output]).toEqual([[], { type: 'number' }]);
    expect(JSON.stringify(checkMapping('trigger', knowledge).output).length).toBeLessThan(5000);
    const loop: JsonSchema = { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } };
    expect(checkMapping('trigger.x', { document: { trigger: { schema: loop } } }).findings).toEqual(
      [],
    );
  });

  it('knows what is read, through lists and variables', () => {
    const text =
      '{ "a": ($c := trigger.customer; $c.name), "l": trigger.lines.{ "s": sku, "t": $$.trigger.id } }';
    const reads = checkMapping(text, { document }).reads.map(({ path }) => path.join('.'));
    for (const path of ['trigger.customer.name', 'trigger.lines.sku', 'trigger.id'])
      expect(reads).toContain(path);
  });
});
