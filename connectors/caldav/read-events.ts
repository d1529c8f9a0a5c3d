import { z } from 'zod';

import { defineAction, invalidInput, textOf } from '#sdk';

import { callDav, type DavContext, pathOf } from './dav.ts';
import { calendar, type Entry, entry, href, SAMPLE_EVENT, SAMPLE_TASK } from './fields.ts';
import { findCalendars } from './find-calendars.ts';
import { readMultistatus, stringOf } from './multistatus.ts';
import { type CalendarObject, readCalendar } from './read-calendar.ts';

const tags = ['calendar', 'appointment', 'meeting', 'ical', 'ics'];
const most = z.number().int().min(1).max(10_000).default(1000).meta({
  title: 'Items at most',
  'x-advanced': true,
  'x-order': 10,
});
const moment = (title: string, order: number) =>
  z.iso.datetime({ offset: true }).meta({
    title,
    'x-placeholder': '2026-12-01T00:00:00Z',
    'x-order': order,
  });

export const listCalendars = defineAction({
  title: 'List calendars',
  description: 'Gives the calendars of the account, with what each takes.',
  tags,
  input: z.strictObject({}),
  output: z.array(
    z.object({
      href: z.string(),
      name: z.string(),
      description: z.string().optional(),
      color: z.string().optional(),
      components: z.array(z.string()),
    }),
  ),
  sample: {},
  sampleOutput: [{ href: '/ada/team/', name: 'Work', components: ['VEVENT', 'VTODO'] }],
  effects: { reads: true },
  run: (ctx) => findCalendars(ctx),
});

export const listEvents = defineAction({
  title: 'List events',
  description: 'Gives the events of a time; one that repeats once for each time it takes place.',
  tags: [...tags, 'agenda', 'schedule'],
  input: z.strictObject({
    calendar,
    from: moment('From', 2),
    to: moment('To', 3),
    expand: z.boolean().default(true).meta({
      title: 'Each occurrence of its own',
      description: 'Off: a repeated event is given once, with its rule.',
      'x-advanced': true,
    }),
    most,
  }),
  output: z.array(entry),
  sample: { calendar: '/ada/team/', from: '2026-12-01T00:00:00Z', to: '2026-12-08T00:00:00Z' },
  sampleOutput: [SAMPLE_EVENT],
  effects: { reads: true },
  run: async (ctx) => {
    const { input } = ctx;
    const [from, to] = [Date.parse(input.from), Date.parse(input.to)];
    if (to <= from) {
      const hint = 'Give an end that is later than the beginning.';
      throw invalidInput('The time ends before it begins.', { hint, field: 'to' });
    }
    const within = `<C:time-range start="${basic(from)}" end="${basic(to)}"/>`;
    const objects = await query(ctx, input.calendar, comp('VEVENT', within));
    const range = input.expand ? { from, to, most: input.most } : undefined;
    const found = await readCalendar({ objects, ...(range && { range }) }, ctx.signal);
    return found.toSorted((a, b) => timeOf(a) - timeOf(b)).slice(0, input.most);
  },
});

export const listTasks = defineAction({
  title: 'List tasks',
  description: 'Gives the tasks of a calendar, the open ones or all.',
  tags: ['todo', 'vtodo', 'reminder', 'calendar'],
  input: z.strictObject({
    calendar,
    all: z.boolean().default(false).meta({ title: 'Also those that are done', 'x-order': 2 }),
    most,
  }),
  output: z.array(entry),
  sample: { calendar: '/ada/team/' },
  sampleOutput: [SAMPLE_TASK],
  effects: { reads: true },
  run: async (ctx) => {
    const { input } = ctx;
    const objects = await query(ctx, input.calendar, comp('VTODO', ''));
    const found = await readCalendar({ objects }, ctx.signal);
    return found.filter((one) => input.all || !isDone(one)).slice(0, input.most);
  },
});

export const getEvent = defineAction({
  title: 'Get an event',
  description: 'Gives one event or task by its address on the server.',
  tags: [...tags, 'todo', 'read'],
  input: z.strictObject({ href }),
  output: entry,
  sample: { href: '/ada/team/planning.ics' },
  sampleOutput: SAMPLE_EVENT,
  effects: { reads: true },
  run: async (ctx) => {
    const [found] = await readCalendar(
      { objects: [await getObject(ctx, ctx.input.href)] },
      ctx.signal,
    );
    return found;
  },
});

/** One document of a calendar, with the etag it has now. */
export async function getObject(ctx: DavContext, address: string): Promise<CalendarObject> {
  const answer = await callDav(ctx, { method: 'GET', href: address });
  const data = textOf(answer.body ?? '');
  if (!/^\s*BEGIN:VCALENDAR/i.test(data)) {
    throw invalidInput('There is neither an event nor a task at this address.', {
      hint: 'Take the address (href) from a step that lists events.',
      field: 'href',
    });
  }
  return { href: pathOf(address, answer.url), etag: answer.headers.etag, data };
}

/** The documents of a calendar at these addresses; what was deleted meanwhile is left out. */
export async function getObjects(
  ctx: DavContext,
  calendarHref: string,
  hrefs: string[],
): Promise<CalendarObject[]> {
  if (hrefs.length === 0) return [];
  const list = hrefs.map((one) => `<D:href>${escapeXml(one)}</D:href>`).join('');
  return report(
    ctx,
    calendarHref,
    `<C:calendar-multiget ${NAMES}>${WANTED}${list}</C:calendar-multiget>`,
  );
}

const NAMES = 'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"';
const WANTED = '<D:prop><D:getetag/><C:calendar-data/></D:prop>';

function query(ctx: DavContext, calendarHref: string, filter: string): Promise<CalendarObject[]> {
  const whole = `<C:filter><C:comp-filter name="VCALENDAR">${filter}</C:comp-filter></C:filter>`;
  return report(
    ctx,
    calendarHref,
    `<C:calendar-query ${NAMES}>${WANTED}${whole}</C:calendar-query>`,
  );
}

async function report(ctx: DavContext, at: string, body: string): Promise<CalendarObject[]> {
  const answer = await callDav(ctx, { method: 'REPORT', href: at, depth: 1, body });
  return readMultistatus(answer).items.flatMap(({ href: address, props }) => {
    const data = stringOf(props['calendar-data']);
    return data ? [{ href: address, etag: stringOf(props.getetag), data }] : [];
  });
}

function comp(name: string, inside: string): string {
  return `<C:comp-filter name="${name}">${inside}</C:comp-filter>`;
}

function basic(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function isDone({ status, completed }: Entry): boolean {
  return completed !== undefined || status === 'COMPLETED' || status === 'CANCELLED';
}

function timeOf({ start }: Entry): number {
  return Date.parse(start?.dateTime ?? start?.date ?? '') || 0;
}

/** A text as it stands in XML. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
