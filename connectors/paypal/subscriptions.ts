import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { DOCS } from './fields.ts';

const docsUrl = `${DOCS}/subscriptions/v1/`;
const subscriptionId = z
  .string()
  .min(1)
  .max(50)
  .meta({ title: 'Subscription', 'x-placeholder': 'I-BW452GLLEP1G', 'x-order': 1 });
const ID = 'I-BW452GLLEP1G';

export const getSubscription = defineHttpAction({
  title: 'Get a subscription',
  description: 'Gives a subscription: its state, its plan and when it is charged next.',
  tags: ['billing', 'recurring', 'status', 'plan'],
  docsUrl,
  input: z.strictObject({ id: subscriptionId }),
  output: z.looseObject({ id: z.string(), status: z.string(), plan_id: z.string().optional() }),
  sample: { id: ID },
  sampleOutput: { id: ID, status: 'ACTIVE', plan_id: 'P-5ML4271244454362WXNWU5NQ' },
  effects: { reads: true },
  http: { method: 'GET', path: '/v1/billing/subscriptions/{id}' },
});

const ENDS = {
  cancel: 'Cancel it for good',
  suspend: 'Suspend it',
  activate: 'Let it go on after it was suspended',
} as const;
const NAMES = Object.keys(ENDS) as (keyof typeof ENDS)[];

export const changeSubscription = defineHttpAction({
  title: 'Cancel or suspend a subscription',
  description: 'Ends a subscription, stops it for a while, or lets it go on.',
  tags: ['billing', 'recurring', 'stop', 'pause', 'resume', 'activate'],
  docsUrl,
  input: z.strictObject({
    id: subscriptionId,
    what: z
      .enum(NAMES)
      .default('cancel')
      .meta({
        title: 'What to do',
        'x-enumTitles': NAMES.map((name) => ENDS[name]),
        'x-order': 2,
      }),
    reason: z
      .string()
      .min(1)
      .max(128)
      .meta({ title: 'Reason', description: 'The customer may see it.', 'x-order': 3 }),
  }),
  sample: { id: ID, what: 'cancel', reason: 'No longer wanted' },
  effects: { reads: false, destructive: true },
  http: { method: 'POST', path: '/v1/billing/subscriptions/{id}/{what}' },
});
