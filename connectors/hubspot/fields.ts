import { z } from 'zod';

import { textOf } from '#sdk';

const TYPES = ['contacts', 'companies', 'deals', 'tickets'] as const;

/** Which kind of record. */
export const objectType = z.enum(TYPES).meta({
  title: 'Kind of record',
  'x-enumTitles': ['Contact', 'Company', 'Deal', 'Ticket'],
  'x-order': 1,
});

export const objectId = z.string().min(1).meta({
  title: 'Record',
  description: 'Its id, as creating or searching gives it.',
  'x-order': 2,
});

const others = z.record(z.string(), z.any().transform(asText));
const ABOUT_OTHERS = {
  title: 'Other properties',
  description: 'By their internal name, such as { "jobtitle": "Captain" }.',
  'x-language': 'json',
  'x-order': 20,
};

/** Whatever else the account has set up. Comes first in a schema, so that named fields win. */
export const properties = others.optional().meta(ABOUT_OTHERS);

/** The same where HubSpot wants them, and be it none. */
export const wantedProperties = others.default({}).meta(ABOUT_OTHERS);

export const owner = z.string().optional().meta({
  title: 'Owner',
  'x-options': 'owners',
  'x-order': 10,
});

/** Which properties come back. */
export const wanted = z.array(z.string()).optional().meta({
  title: 'Properties to give',
  description: 'By their internal name. Empty gives the usual few.',
  'x-advanced': true,
  'x-order': 30,
});

/** A record; every value of its properties is a text. */
export const record = z.looseObject({
  id: z.string().meta({ title: 'Record' }),
  properties: z.record(z.string(), z.any()),
  createdAt: z.string().optional(),
  updatedAt: z.string().optional(),
  archived: z.boolean().optional(),
});

export const SAMPLE_CONTACT = {
  id: '512',
  properties: { email: 'ada@example.com', firstname: 'Ada', lastname: 'Byron' },
  createdAt: '2026-01-05T09:00:00.000Z',
  updatedAt: '2026-01-05T09:30:00.000Z',
  archived: false,
};

/** A binding of inputs as properties of a record. */
export const asProperties = (...names: string[]) =>
  Object.fromEntries([
    ['properties', { in: 'body' as const, at: 'properties' }],
    ...names.map((name) => [name, { in: 'body' as const, at: `properties.${name}` }] as const),
  ]);

/** Answers of lists and searches hold the place to go on from. */
export const pages = {
  by: 'cursor',
  items: 'results',
  next: 'paging.next.after',
  param: 'after',
  size: { param: 'limit', most: 100 },
} as const;

// HubSpot takes texts alone: several choices with semicolons between, and nothing to empty a property.
function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(';');
  return value === null || value === undefined ? '' : textOf(value);
}
