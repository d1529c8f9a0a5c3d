import { describe, expect, it } from 'vitest';

import type { Json } from '#base';

import { driftOf, fieldsReading, shapeChanges } from './drift.ts';
import { mergeShapes, shapeOfValue, type PayloadShape } from './payload-shape.ts';

const order: Json = {
  no: 7,
  paid: null,
  customer: { name: 'Ada', mail: 'ada@example.com' },
  lines: [
    { sku: 'a', qty: 2 },
    { sku: 'b', qty: 1, note: 'x' },
  ],
};
const shapeOf = (samples: Json[]): PayloadShape => samples.map(shapeOfValue).reduce(mergeShapes);
const changes = (before: Json[], now: Json[]): string[] =>
  shapeChanges(shapeOf(before), shapeOf(now)).map(({ change, path, was, is }) =>
    [change, path.join('.'), was ?? '-', is ?? '-'].join(' '),
  );

describe('the shape of payloads', () => {
  it.each<[string, Json, string[]]>([
    ['is the same', order, []],
    ['lost a field', { ...order, customer: { name: 'Ada' } }, ['missing customer.mail a text -']],
    ['has a new one', { ...order, extra: [1] }, ['new extra - a list']],
    ['holds another kind', { ...order, no: '7' }, ['changed no a number a text']],
    ['holds null', { ...order, no: null }, []],
    ['holds a value where only null was', { ...order, paid: true }, []],
    [
      'lost a field in its lists',
      { ...order, lines: [{ sku: 'a' }] },
      ['missing lines.qty a number -'],
    ],
    ['has an empty list', { ...order, lines: [] }, []],
    [
      'has one object where a list was',
      { ...order, lines: { sku: 'a', qty: 1 } },
      ['changed lines a list an object'],
    ],
    ['is no object any more', 'gone', ['changed  an object a text']],
  ])('%s', (_, now, expected) => {
    expect(changes([order], [now])).toEqual(expected);
  });

  it('does not miss what was missing now and then before', () => {
    const { paid: _, ...without } = order;
    expect(changes([order, without], [without])).toEqual([]);
  });

  it('is told within bounds, however large it is', () => {
    const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`f${i}`, i]));
    expect(JSON.stringify(shapeOfValue(wide))).toBe('{"type":["object"]}');
    expect(changes([{}], [wide])).toEqual([]);
    const rows = Array.from({ length: 200_000 }, (_, i) => ({ i }));
    expect(changes([{ rows }], [{ rows: [{ j: 1 }] }])).toEqual([
      'missing rows.i a number -',
      'new rows.j - a number',
    ]);
  });
});

describe('the target fields a change hits', () => {
  const text = `{
    "number": trigger.no & "",
    "contact": { "name": trigger.customer.name, "all": trigger.customer },
    "lines": trigger.lines.{ "code": sku, "amount": qty * 2 }
  }`;
  it.each([
    ['trigger.no', ['number']],
    ['trigger.customer.name', ['contact.name', 'contact.all']],
    ['trigger.lines.qty', ['lines.0.amount']],
    ['trigger.customer', ['contact.name', 'contact.all']],
    ['trigger.other', undefined],
  ])('%s', (path, fields) => {
    const found = fieldsReading(text, path.split('.'));
    expect(found?.map((field) => field.join('.'))).toEqual(fields);
  });

  it('are told with the change', () => {
    const now = { ...order, lines: [{ sku: 'a', amount: 2 }], fresh: 1 };
    const all = shapeChanges(shapeOf([{ trigger: order }]), shapeOf([{ trigger: now }]));
    expect(driftOf(text, all)).toEqual([
      {
        change: 'missing',
        path: ['trigger', 'lines', 'qty'],
        was: 'a number',
        fields: [['lines', 0, 'amount']],
      },
    ]);
  });
});
