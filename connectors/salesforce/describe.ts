import type { OptionSourceManifest } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { defineHttpAction, type OptionSource, sendHttp } from '#sdk';

import { DOCS, object } from './fields.ts';
import { facts } from './network.ts';

export const describeObject = defineHttpAction({
  title: 'Describe an object',
  description: 'Gives the fields of an object, their types and choices.',
  tags: ['fields', 'schema', 'metadata'],
  docsUrl: DOCS,
  input: z.strictObject({ object }),
  output: z.looseObject({
    name: z.string(),
    label: z.string(),
    fields: z.array(z.looseObject({ name: z.string(), label: z.string(), type: z.string() })),
  }),
  sample: { object: 'Account' },
  sampleOutput: {
    name: 'Account',
    label: 'Account',
    fields: [{ name: 'Name', label: 'Account Name', type: 'string', createable: true }],
  },
  effects: { reads: true },
  http: { method: 'GET', path: '/sobjects/{object}/describe' },
});

export const objects: OptionSourceManifest = {
  http: { method: 'GET', path: '/sobjects' },
  items: 'sobjects',
  value: 'name',
  label: '{label} ({name})',
};

const field = z.looseObject({
  name: z.string(),
  label: z.string(),
  createable: z.boolean().optional(),
  updateable: z.boolean().optional(),
  externalId: z.boolean().optional(),
  idLookup: z.boolean().optional(),
});

/** The fields of the object that is chosen, as far as `wanted` wants them. */
function fieldsWhere(wanted: (one: z.infer<typeof field>) => boolean | undefined): OptionSource {
  return async (ctx) => {
    if (!ctx.input.object) return [];
    const path = '/sobjects/{object}/describe';
    const found = await sendHttp(facts, { method: 'GET', path, result: 'fields' }, ctx);
    const list = z.array(field).parse(found).filter(wanted);
    return list.map(({ name, label }) => ({ value: name, label: `${label} (${name})` }));
  };
}

export const fields = fieldsWhere(() => true);
export const writableFields = fieldsWhere(({ createable, updateable }) => createable || updateable);
/** An upsert goes by any of these but the record's own id. */
export const externalIds = fieldsWhere(
  ({ name, externalId, idLookup }) => name !== 'Id' && (externalId || idLookup),
);
