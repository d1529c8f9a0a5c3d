import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findOperations, rankConnector, rankOf, searchable, searchWords } from './search.ts';
import type { ConnectorSummary } from './summary.ts';

const connectorOf = (number: number, actions: number): ConnectorSummary => ({
  id: `service-${number}`,
  version: '1.0.0',
  name: `Service ${number}`,
  description: 'Keeps what people need at hand, and tells others of it.',
  categories: ['Imported'],
  kind: 'service',
  origin: 'openapi',
  icon: { color: '#336791' },
  triggers: [{ id: 'changed', title: 'Something changed' }],
  actions: Array.from({ length: actions }, (_, at) => ({
    id: `action-${at}`,
    title: `${at % 7 === 0 ? 'Create' : 'List'} things of kind ${at}`,
    tags: ['things'],
  })),
  authTypes: ['bearer'],
});

describe('searching', () => {
  it.each([
    ['inv', 3],
    ['create', 2],
    ['xero inv', 2],
    ['bookkeeping', 1],
    ['INVOICE   Create', 3],
    ['create nothing', 0],
    ['', 3],
  ])('ranks what "%s" finds', (text, rank) => {
    const invoice = searchable('Invoice to create', ['Xero', 'bookkeeping']);
    expect(rankOf(invoice, searchWords(text))).toBe(rank);
  });

  it('finds actions and triggers by the connector, their id, tags and words', () => {
    const connector = connectorOf(7, 2);
    const found = (text: string): string[] =>
      findOperations([connector], searchWords(text)).map(({ of }) => of.id);
    expect(found('service 7 things')).toEqual(['action-0', 'action-1']);
    expect(found('action-1')).toEqual(['action-1']);
    expect(found('trigger')).toEqual(['changed']);
    expect(found('')).toEqual(['action-0', 'action-1', 'changed']);
    expect(found('nothing')).toEqual([]);
    expect(rankConnector(connector, searchWords('imported at hand'))).toBe(1);
  });

  it('finds, and orders, what a look at each by itself does', () => {
    const word = fc.constantFrom(
      'cre',
      'list',
      'kind',
      '1',
      'things',
      'e',
      'service 3',
      'zz',
      'of',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 3 }), fc.nat(40), (typed, count) => {
        const connector = connectorOf(3, count);
        const words = searchWords(typed.join(' '));
        const each = [...connector.actions, ...connector.triggers].map((of) => {
          const kind = of.id === 'changed' ? 'trigger' : '';
          const more = ['Service 3', 'service-3', of.id, kind, ...(of.tags ?? [])];
          return { connector, of, rank: rankOf(searchable(of.title, more), words) };
        });
        const best = each.filter(({ rank }) => rank > 0).toSorted((a, b) => b.rank - a.rank);
        expect(findOperations([connector], words)).toEqual(best);
        expect(findOperations([connector], words, { most: 3 })).toEqual(best.slice(0, 3));
        const actions = best.filter(({ of }) => of.id !== 'changed');
        expect(findOperations([connector], words, { withoutTriggers: true })).toEqual(actions);
      }),
    );
  });

  it('goes through 3,000 connectors with 30,000 actions in no more than 20 ms', () => {
    const all = Array.from({ length: 3000 }, (_, at) => connectorOf(at, 10));
    const search = (text: string): number => {
      const words = searchWords(text);
      const begun = performance.now();
      const hits = findOperations(all, words, { most: 60 });
      const ms = performance.now() - begun;
      expect(hits.length).toBeGreaterThan(0);
      return ms;
    };
    // The best of several: what else the machine does is not ours to measure.
    const best = (text: string): number =>
      Math.min(...Array.from({ length: 9 }, () => search(text)));
    expect([best('service 2999'), best('create things 2999')].map((ms) => ms <= 20)).toEqual([
      true,
      true,
    ]);
  });
});
