import { z } from 'zod';

import { defineAction, rejected, sendHttp } from '#sdk';

import { DOCS, object, SAMPLE_SAVED, saved } from './fields.ts';

const outcome = z.looseObject({
  id: z.string().nullish(),
  success: z.boolean(),
  errors: z.array(z.looseObject({ message: z.string() })).default([]),
});

/** The type of each record stands inside of it, so code puts it there. */
export const createRecords = defineAction({
  title: 'Create several records',
  description: 'Adds up to 200 records of one object in one request.',
  tags: ['bulk', 'many', 'import', 'collection'],
  docsUrl: DOCS,
  input: z.strictObject({
    object,
    records: z
      .array(z.record(z.string(), z.any()))
      .min(1)
      .max(200)
      .meta({ title: 'Records', description: 'A list of fields and values.', 'x-order': 2 }),
    allOrNone: z.boolean().default(true).meta({
      title: 'All or none',
      description: 'Off: those that are right are kept, and the answer says which.',
      'x-order': 3,
    }),
  }),
  output: z.array(saved.extend({ id: z.string().nullish() })),
  sample: { object: 'Account', records: [{ Name: 'Harbour Books' }, { Name: 'Hill Records' }] },
  sampleOutput: [SAMPLE_SAVED, { ...SAMPLE_SAVED, id: '001D000000IqhSMIAZ' }],
  effects: { reads: false },
  run: async (ctx, facts) => {
    const { allOrNone } = ctx.input;
    const attributes = { type: ctx.input.object };
    const records = ctx.input.records.map((one) => ({ ...one, attributes }));
    const binding = { method: 'POST', path: '/composite/sobjects' } as const;
    const answer = await sendHttp(facts, binding, { ...ctx, input: { allOrNone, records } });
    const outcomes = z.array(outcome).parse(answer);
    const failed = outcomes.findIndex(({ success }) => !success);
    if (!allOrNone || failed === -1) return outcomes;
    const words = firstWords(outcomes);
    throw rejected(`Salesforce did not create the records: ${words}`, {
      details: { record: failed, answer: outcomes.slice(0, 20) },
    });
  },
});

// With all or none, records that were right are named as rolled back: the others hold the cause.
function firstWords(outcomes: z.infer<typeof outcome>[]): string {
  const errors = outcomes.flatMap((one) => one.errors);
  const cause = errors.find((one) => one.statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
  return cause?.message ?? errors[0]?.message ?? 'it does not say why.';
}
