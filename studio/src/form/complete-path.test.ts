import { typeOfDocument } from '@patchbay/shared/mapping';
import { describe, expect, it } from 'vitest';

import { completeAt } from './complete-path.ts';

const document = {
  trigger: { body: { 'order id': 7, lines: [{ sku: 'a', price: 2 }] } },
  steps: { get_user: { name: 'Ada' } },
};

const type = typeOfDocument({
  trigger: { sample: document.trigger, schema: { properties: { note: { type: 'string' } } } },
  steps: {
    get_user: { sample: document.steps.get_user },
    never_ran: {
      schema: {
        type: 'array',
        items: { $ref: '#/$defs/person' },
        $defs: {
          person: {
            type: 'object',
            properties: { age: { type: 'number' }, boss: { $ref: '#/$defs/person' } },
          },
        },
      },
    },
  },
});

const ROOTS = ['trigger', 'steps', 'vars', 'run'];

const offered = (before: string): string[] =>
  completeAt(before, { value: document, type }).items.map((item) => item.insert);

describe('completing an expression', () => {
  it('offers what the document holds at the path so far', () => {
    expect(offered('')).toEqual(ROOTS);
    expect(offered('steps.get_user.')).toEqual(['name']);
    expect(offered('1 + trigger.body.')).toEqual(['`order id`', 'lines']);
  });

  it('offers what schemas have and the sample lacks, through lists and schemas that recur', () => {
    expect(offered('trigger.')).toEqual(['body', 'note']);
    expect(offered('steps.ne')).toEqual(['never_ran']);
    expect(offered('steps.never_ran.boss.boss.')).toEqual(['age', 'boss']);
    const { items } = completeAt('steps.never_ran.', { value: document, type });
    expect(items.map(({ detail }) => detail)).toEqual(['a number', 'an object']);
  });

  it('looks through lists and past indexes', () => {
    expect(offered('trigger.body.lines.pr')).toEqual(['price']);
    expect(offered('trigger.body.lines[0].s')).toEqual(['sku']);
  });

  it.each([
    ['trigger.body.lines.{ "n": ', ['sku', 'price']],
    ['{ "x": [trigger.body.lines.{ "n": sku, "p": $$.', ROOTS],
    ['trigger.body.lines[pr', ['price']],
    ['trigger.body.{ "a": lines.{ "s": s', ['sku']],
    ['[trigger.body.lines.{ "n": sku }, ', ROOTS],
    ['$sum(', ROOTS],
  ])('knows whose names are meant in %s', (before, names) => {
    expect(offered(before)).toEqual(names);
  });

  it('offers functions after a dollar sign and replaces what was typed of them', () => {
    const { from, items } = completeAt('x & $subst', { value: document });
    expect([from, items.length]).toEqual([4, 3]);
  });

  it('offers our own functions beside those of JSONata, with what they do', () => {
    const [first] = completeAt('$dateP', { value: document }).items;
    expect(first).toMatchObject({ label: '$dateParse(text, format, zone, locale)' });
    expect(first?.detail).toContain('ISO date');
  });

  it('offers nothing inside a text or after a call', () => {
    expect([offered('"tri'), offered('$sum(x).')]).toEqual([[], []]);
  });
});
