import { exampleGraph, expressionsOf } from '@patchbay/shared/flows';
import { describe, expect, it } from 'vitest';

import { lostReads } from './lost-reads.ts';

const sample = { trigger: null, steps: { order: { id: 7 } } };

describe('what a mapping reads and a run had not', () => {
  it.each([
    ['steps.order.total', ['steps.order.total']],
    ['{ "a": steps.order.id, "b": steps.order.total * 2 }', ['steps.order.total']],
    ['$exists(steps.order.total) ? steps.order.total : 0', []],
    ['steps.order.total ?? 0', []],
    ['steps.order.total ?: 0', []],
    ['1 + (steps.order.total ?? 0) + steps.order.tax', ['steps.order.tax']],
    ['steps.order.id ?? steps.order.total', ['steps.order.total']],
    ['$exists(steps.order.tax) ? steps.order.total : 0', ['steps.order.total']],
  ])('of %s is %j', (text, lost) => {
    expect(lostReads(text, sample).map(({ path }) => path)).toEqual(lost);
  });

  it('is nothing in the example, run by hand', () => {
    const texts = Object.values(exampleGraph().nodes).flatMap(expressionsOf);
    expect(texts.flatMap(({ text }) => lostReads(text, { trigger: null, steps: {} }))).toEqual([]);
  });
});
