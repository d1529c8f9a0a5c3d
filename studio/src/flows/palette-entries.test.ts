import type { ConnectorSummary } from '@patchbay/shared/catalog';
import type { FlowNode } from '@patchbay/shared/flows';
import { describe, expect, it } from 'vitest';

import { findEntries, type PaletteQuery } from './palette-entries.ts';

const xero: ConnectorSummary = {
  id: 'xero',
  version: '1.0.0',
  name: 'Xero',
  description: 'Invoices and contacts.',
  categories: ['Accounting'],
  kind: 'service',
  origin: 'code',
  icon: { color: '#13b5ea' },
  actions: [
    { id: 'createInvoice', title: 'Create an invoice', tags: ['bill'] },
    { id: 'wait', title: 'Ask for contacts, and wait' },
  ],
  triggers: [{ id: 'newInvoice', title: 'New invoice' }],
  authTypes: ['oauth2'],
};
const titles = (query: Partial<PaletteQuery>): string[] =>
  findEntries([xero], { words: '', recent: [], ...query }).map(({ title }) => title);

describe('the palette', () => {
  it('finds steps, actions and triggers by the search of the catalogue, best first', () => {
    expect(titles({ words: 'wait' })).toEqual(['Wait', 'Ask for contacts, and wait', 'Join']);
    expect(titles({ words: 'xero bill' })).toEqual(['Create an invoice']);
    expect(titles({ words: 'xero trigger' })).toEqual(['New invoice']);
    expect(titles({ words: 'nothing of it' })).toEqual([]);
  });

  it('offers no trigger behind a step, and all of a connector inside of it', () => {
    const after = { kind: 'map' } as FlowNode;
    expect(titles({ words: 'invoice', after })).toEqual(['Create an invoice']);
    expect(titles({ inside: 'xero' })).toHaveLength(3);
    expect(titles({ inside: 'xero', after })).toHaveLength(2);
    expect(titles({ words: 'new', inside: 'xero' })).toEqual(['New invoice']);
  });

  it('has recent steps first, and a row for each connector last', () => {
    const found = findEntries([xero], { words: '', recent: ['xero/on/newInvoice', 'gone/x'] });
    expect([found[0]?.section, found[0]?.title]).toEqual(['Recent', 'New invoice']);
    expect(found.at(-1)).toMatchObject({ id: 'connector xero', title: 'Xero' });
  });
});
