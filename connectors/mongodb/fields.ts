import { z } from 'zod';

import { invalidInput } from '#sdk';

const document = z.record(z.string(), z.any());

/** A document as extended JSON. */
export type Document = z.output<typeof document>;

export const documentOutput = document;

export const collection = z.string().min(1).meta({
  title: 'Collection',
  'x-options': 'collections',
  'x-placeholder': 'customers',
  'x-order': 1,
});

export const filter = document.default({}).meta({
  title: 'Filter',
  description:
    'As in MongoDB. Ids and dates are extended JSON: { "_id": { "$oid": "…" } }, { "$date": "2026-11-24T10:00:00Z" }.',
  'x-order': 2,
});

export const documents = z.union([document, z.array(document).min(1)]).meta({
  title: 'Documents',
  description: 'One object, or a list of them. Dates are { "$date": "…" }.',
  'x-order': 2,
});

/** The seat belt of update and delete. */
export const allDocuments = z.boolean().default(false).meta({
  title: 'All documents',
  description: 'Without a filter nothing is changed, unless this is on.',
  'x-advanced': true,
  'x-order': 9,
});

export const limit = z.number().int().min(1).max(100_000).default(1000).meta({
  title: 'Documents at most',
  'x-advanced': true,
  'x-order': 8,
});

export const SAMPLE_DOCUMENT = {
  _id: { $oid: '65f2c8a1e4b0a1b2c3d4e5f6' },
  email: 'ada@example.com',
  since: { $date: '2026-11-24T10:00:00Z' },
};

/** Throws when all documents are meant and nobody said so. */
export function checkFilter(input: { filter: Document; allDocuments: boolean }): void {
  if (Object.keys(input.filter).length > 0 || input.allDocuments) return;
  throw invalidInput('There is no filter, so all documents would be changed.', {
    field: 'filter',
    hint: 'Add a filter, or turn on "All documents" if that is what you want.',
  });
}
