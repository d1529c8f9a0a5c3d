import { z } from 'zod';

import { type ActionContext, definePollTrigger, type HttpFacts, sendPages } from '#sdk';

import { calendarId, event, SAMPLE_EVENT } from './fields.ts';
import { LIST, PAGES } from './read-events.ts';

type Event = z.infer<typeof event>;
const MOST = 2500;

/** Which changes of which calendar. */
export const INPUT = z.strictObject({
  calendarId,
  change: z
    .enum(['any', 'created', 'updated', 'cancelled'])
    .default('any')
    .meta({
      title: 'When it is',
      'x-enumTitles': ['Anything of these', 'Created', 'Changed', 'Cancelled'],
      'x-order': 2,
    }),
});

/** Events that were written since the last look: new, changed or cancelled. */
export const eventChanged = definePollTrigger({
  title: 'New or changed event',
  description: 'Starts when an event is created, changed or cancelled.',
  tags: ['created', 'updated', 'cancelled', 'appointment'],
  everyS: 120,
  input: INPUT,
  payload: event,
  sample: SAMPLE_EVENT,
  key: 'etag',
  order: 'asc',
  poll: async (ctx, { cursor, manifest }) => {
    const asked = new Date(Date.now() - 30_000).toISOString();
    if (cursor === undefined) return { items: [], cursor: asked };
    const query = { orderBy: 'updated', updatedMin: cursor };
    const found = await eventsOf(manifest, { ctx, query, id: ctx.input.calendarId });
    const { change } = ctx.input;
    const items = found.filter((one) => change === 'any' || changeOf(one, cursor) === change);
    return { items, cursor: found.at(-1)?.updated ?? cursor };
  },
});

/** Events that begin soon; a moved one counts again. */
export const eventStarting = definePollTrigger({
  title: 'Event begins soon',
  description: 'Starts some minutes before an event begins.',
  tags: ['reminder', 'upcoming', 'before'],
  everyS: 60,
  input: z.strictObject({
    calendarId,
    minutes: z
      .number()
      .int()
      .min(2)
      .max(10_080)
      .default(15)
      .meta({ title: 'Minutes before', 'x-order': 2 }),
  }),
  payload: event.extend({ occurrence: z.string() }),
  sample: { ...SAMPLE_EVENT, occurrence: `${SAMPLE_EVENT.id} 2026-12-01T09:30:00+01:00` },
  key: 'occurrence',
  order: 'asc',
  poll: async (ctx, { manifest }) => {
    const now = Date.now();
    const timeMax = new Date(now + ctx.input.minutes * 60_000).toISOString();
    const times = { timeMin: new Date(now).toISOString(), timeMax };
    const query = { singleEvents: 'true', orderBy: 'startTime', ...times };
    const found = await eventsOf(manifest, { ctx, query, id: ctx.input.calendarId });
    const timed = found.filter((one) => Date.parse(one.start?.dateTime ?? '') >= now);
    const items = timed.map((one) => ({
      ...one,
      occurrence: `${one.id} ${one.start?.dateTime}`,
    }));
    return { items, cursor: timeMax };
  },
});

async function eventsOf(
  facts: HttpFacts,
  { ctx, query, id }: { ctx: ActionContext; query: Record<string, string>; id: string },
): Promise<Event[]> {
  const input = { calendarId: id };
  const http = { ...LIST, query };
  const found = await sendPages(facts, { http, paginate: PAGES, most: MOST }, { ...ctx, input });
  return z.array(event).parse(found);
}

function changeOf(one: Event, since: string): 'created' | 'updated' | 'cancelled' {
  if (one.status === 'cancelled') return 'cancelled';
  return Date.parse(one.created ?? '') >= Date.parse(since) ? 'created' : 'updated';
}
