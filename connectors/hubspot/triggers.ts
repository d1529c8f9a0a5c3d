import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { objectType, record, SAMPLE_CONTACT, wanted } from './fields.ts';
import { recentRecords } from './recent-records.ts';
import { reported } from './reported.ts';

const looked = {
  everyS: 120,
  key: 'changeKey',
  order: 'asc' as const,
  input: z.strictObject({ objectType, properties: wanted }),
  payload: record.extend({ changeKey: z.string() }),
};

const newRecord = definePollTrigger({
  ...looked,
  title: 'When a record is new',
  description: 'Looks for new contacts, companies, deals or tickets.',
  tags: ['contact', 'lead', 'company', 'deal', 'ticket', 'created'],
  sample: { ...SAMPLE_CONTACT, changeKey: SAMPLE_CONTACT.id },
  poll: (ctx, look) => recentRecords(ctx, look, 'created'),
});

const changedRecord = definePollTrigger({
  ...looked,
  title: 'When a record is changed',
  description: 'Looks for records that were created or changed, once for each change.',
  tags: ['contact', 'deal', 'stage', 'updated'],
  sample: { ...SAMPLE_CONTACT, changeKey: `${SAMPLE_CONTACT.id} ${SAMPLE_CONTACT.updatedAt}` },
  poll: (ctx, look) => recentRecords(ctx, look, 'changed'),
});

export const triggers = { reported, newRecord, changedRecord };
