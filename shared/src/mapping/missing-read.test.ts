import { describe, expect, it } from 'vitest';

import type { Json } from '#base';

import { goneSources, missingReference } from './missing-read.ts';

const document: Json = {
  trigger: {
    order: { lines: [], note: null, customer: null, rows: [{ a: 1 }, { b: 2 }] },
    'a.b': { '😀': 1 },
  },
  steps: {},
};

describe('a reference to nothing', () => {
  it.each([
    ['trigger.order.due', 'This run has no trigger.order.due'],
    ['$$.trigger.ordr.due', 'This run has no trigger.ordr,'],
    ['steps.crm.name', 'This run has no steps.crm,'],
    ['trigger.order.customer.name', 'This run has no trigger.order.customer.name'],
    ['trigger.order.rows.c', 'This run has no trigger.order.rows.c'],
    ['trigger.`a.b`.`😀x`', 'This run has no trigger.`a.b`.`😀x`'],
    ['trigger.constructor', 'This run has no trigger.constructor'],
  ])('%s', (text, message) => {
    const found = missingReference(text, document);
    expect(found?.message).toContain(message);
    expect(found?.hint).toContain('?? null');
  });

  it.each([
    'trigger.order.lines',
    'trigger.order.lines.sku',
    'trigger.order.note',
    'trigger.order.rows.b',
    'trigger.order.due ?? null',
    'trigger.order.rows[a = 7]',
    '$x',
    '1 +',
  ])('%s is none', (text) => {
    expect(missingReference(text, document)).toBeUndefined();
  });

  it('is named as what a field of the target was to be made from', () => {
    const text = '{ "Contact": { "Name": trigger.order.nam & trigger.order.note }, "n": 1 }';
    expect(goneSources(text, 'Contact.Name', document)).toEqual(['trigger.order.nam']);
    expect(goneSources(text, 'Contact', document)).toEqual(['trigger.order.nam']);
    expect(goneSources(text, 'n', document)).toEqual([]);
    expect(goneSources(text, 'none', document)).toEqual([]);
  });
});
