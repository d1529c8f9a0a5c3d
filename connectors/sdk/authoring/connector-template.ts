/** The files of a new connector, by name. They pass every check, and are there to be changed. */
export function connectorTemplate(id: string, date: string): Record<string, string> {
  const name = titleOf(id);
  const parts = { id, name, constant: constantOf(id), date };
  return {
    'index.ts': indexOf(parts),
    'items.ts': itemsOf(),
    [`${id}.test.ts`]: testOf(parts),
    'icon.svg': `${ICON}\n`,
    'CHANGELOG.md': `# ${name}\n\n## 1.0.0\n\nFirst release: items are listed and created.\n`,
  };
}

/** The name of a connector in code: `google-sheets` gives `googleSheets`. */
export function constantOf(id: string): string {
  return id.replaceAll(/-+(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll('-', '');
}

function titleOf(id: string): string {
  const words = id.split('-').filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><rect x="4" y="4" width="16" height="16" rx="4"/><path d="M9 12h6M12 9v6"/></svg>';

interface Parts {
  id: string;
  name: string;
  constant: string;
  date: string;
}

function indexOf({ id, name, constant, date }: Parts): string {
  return `/** The ${name} connector: its HTTP API, as data. */
import { bearerAuth, defineConnector, readIcon } from '#sdk';

import { createItem, listItems } from './items.ts';

export const ${constant} = defineConnector({
  id: '${id}',
  version: '1.0.0',
  kind: 'service',
  name: '${name}',
  description: 'List and create items.',
  categories: ['Productivity'],
  useCases: ['Create an item for each order.'],
  icon: { svg: readIcon(import.meta.dirname), color: '#1d4ed8' },
  docsUrl: 'https://api.example.com/docs',
  releases: [{ version: '1.0.0', date: '${date}', breaking: false, notes: 'First release.' }],
  network: {
    allowedHosts: ['api.example.com'],
    baseUrl: 'https://api.example.com/v1',
    answers: { code: 'error.code', message: 'error.message' },
  },
  auth: [bearerAuth({ help: 'Say here where a person finds the token.' })],
  actions: { listItems, createItem },
  test: { http: { method: 'GET', path: '/me' }, identity: 'name' },
  errors: [
    {
      when: { status: [404] },
      title: 'Not found',
      hint: 'Check the id of the item.',
    },
  ],
});
`;
}

function itemsOf(): string {
  return `import { z } from 'zod';

import { defineHttpAction } from '#sdk';

const item = z.object({ id: z.string(), name: z.string() });
const sampleItem = { id: 'item-1', name: 'First item' };

export const listItems = defineHttpAction({
  title: 'List items',
  description: 'Items, newest first.',
  input: z.strictObject({
    search: z.string().optional().meta({ title: 'Search', 'x-order': 1 }),
  }),
  output: z.array(item),
  sample: { search: 'first' },
  sampleOutput: [sampleItem],
  effects: { reads: true },
  http: {
    method: 'GET',
    path: '/items',
    params: { search: { in: 'query' } },
    result: 'items',
  },
});

export const createItem = defineHttpAction({
  title: 'Create an item',
  input: z.strictObject({ name: z.string().min(1).meta({ title: 'Name', 'x-order': 1 }) }),
  output: item,
  sample: { name: 'First item' },
  sampleOutput: sampleItem,
  effects: { reads: false },
  http: { method: 'POST', path: '/items' },
});
`;
}

function testOf({ name, constant }: Parts): string {
  return `import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { ${constant} } from './index.ts';

const item = { id: 'item-1', name: 'First item' };

// What the vendor's own description says of each request: the peer refuses everything else.
const bench = describeVendor({
  connector: ${constant},
  connection: { scheme: 'bearer', config: {}, fields: { token: 'token' } },
  origins: ['https://api.example.com'],
  contract: {
    headers: { authorization: 'Bearer token' },
    operations: {
      'GET /v1/me': { gives: { name: 'Ann' } },
      'GET /v1/items': {
        query: z.strictObject({ search: z.string().optional() }),
        gives: { items: [item] },
      },
      'POST /v1/items': {
        body: z.strictObject({ name: z.string() }),
        reply: ({ body }) => ({ status: 201, body: { id: 'item-2', ...(body as object) } }),
      },
    },
  },
});

describe('${name}', () => {
  it('gives the item as it was created', async () => {
    expect(await bench.call('createItem', { name: 'New' })).toEqual({ id: 'item-2', name: 'New' });
  });
});
`;
}
