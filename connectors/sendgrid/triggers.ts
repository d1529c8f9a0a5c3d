import { z } from 'zod';

import { definePollTrigger } from '#sdk';

import { kind, SAMPLE_SUPPRESSION, suppression } from './fields.ts';

/** Addresses that came onto a list; each starts a flow once. */
export const addressSuppressed = definePollTrigger({
  title: 'Address that cannot be reached',
  description: 'Starts when an address bounces, is blocked, complains or is not valid.',
  tags: ['bounce', 'block', 'spam report', 'invalid'],
  everyS: 300,
  input: z.strictObject({ kind }),
  payload: suppression,
  sample: SAMPLE_SUPPRESSION,
  http: { method: 'GET', path: '/v3/suppression/{kind}' },
  paginate: { by: 'offset', items: '', param: 'offset', size: { param: 'limit', most: 500 } },
  key: 'email',
  cursor: { path: 'created', param: 'start_time', format: 'text' },
  order: 'desc',
});

/** Addresses that unsubscribed from everything. */
export const unsubscribed = definePollTrigger({
  title: 'Address unsubscribed',
  description: 'Starts when somebody unsubscribes from all mail.',
  tags: ['opt out', 'global'],
  everyS: 300,
  input: z.strictObject({}),
  payload: suppression,
  sample: { email: 'ada@example.com', created: SAMPLE_SUPPRESSION.created },
  http: { method: 'GET', path: '/v3/suppression/unsubscribes' },
  paginate: { by: 'offset', items: '', param: 'offset', size: { param: 'limit', most: 500 } },
  key: 'email',
  cursor: { path: 'created', param: 'start_time', format: 'text' },
  order: 'desc',
});
