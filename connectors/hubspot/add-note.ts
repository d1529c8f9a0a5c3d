import { z } from 'zod';

import { defineAction, sendHttp } from '#sdk';

import { objectId, objectType, owner, record } from './fields.ts';

/** HubSpot's own numbers for "a note belongs to". */
const BELONGS_TO = { contacts: 202, companies: 190, deals: 214, tickets: 228 } as const;

/** A note in the timeline of a record. */
export const addNote = defineAction({
  title: 'Add a note',
  description: 'Writes a note into the timeline of a contact, company, deal or ticket.',
  tags: ['comment', 'log', 'activity', 'timeline'],
  docsUrl: 'https://developers.hubspot.com/docs/api-reference/crm-notes-v3/guide',
  input: z.strictObject({
    objectType,
    objectId,
    hs_note_body: z.string().min(1).max(65_536).meta({
      title: 'Text',
      description: 'HTML is allowed.',
      'x-multiline': true,
      'x-order': 3,
    }),
    hs_timestamp: z.iso.datetime().optional().meta({
      title: 'Time',
      description: 'Where it stands in the timeline. Empty is now.',
      'x-order': 4,
    }),
    hubspot_owner_id: owner,
  }),
  output: record,
  sample: { objectType: 'contacts', objectId: '512', hs_note_body: 'Called about order 1042.' },
  sampleOutput: { id: '3001', properties: { hs_note_body: 'Called about order 1042.' } },
  effects: { reads: false },
  run: (ctx, manifest) => {
    const { objectType: kind, objectId: id, ...note } = ctx.input;
    const properties = { hs_timestamp: new Date().toISOString(), ...note };
    const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: BELONGS_TO[kind] }];
    const input = { properties, associations: [{ to: { id }, types }] };
    return sendHttp(manifest, { method: 'POST', path: '/crm/v3/objects/notes' }, { ...ctx, input });
  },
});
