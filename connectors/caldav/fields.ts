import { z } from 'zod';

export const calendar = z.string().min(1).meta({
  title: 'Calendar',
  description: 'Its address on the server, as listing calendars gives it.',
  'x-options': 'calendars',
  'x-order': 1,
});

export const href = z.string().min(1).meta({
  title: 'Event',
  description: 'Its address on the server (href), as listing events or the trigger gives it.',
  'x-placeholder': '/ada/team/planning.ics',
  'x-order': 1,
});

export const etag = z.string().optional().meta({
  title: 'Only if unchanged',
  description: 'The etag that was read: fails when somebody changed the event since.',
  'x-advanced': true,
  'x-order': 20,
});

const moment = z.strictObject({
  dateTime: z.iso.datetime({ offset: true, local: true }).optional().meta({
    title: 'Date and time',
    'x-placeholder': '2026-12-01T09:30:00+01:00',
  }),
  timeZone: z.string().optional().meta({
    title: 'Time zone',
    description: 'Needed for events that repeat, so that they keep their time in summer.',
    'x-placeholder': 'Europe/Berlin',
  }),
  date: z.iso
    .date()
    .optional()
    .meta({ title: 'Day', description: 'For a whole day, in place of a time.' }),
});
export type Moment = z.output<typeof moment>;

export const start = moment.meta({ title: 'Begins', 'x-order': 3 });
export const end = moment.meta({
  title: 'Ends',
  description: 'Of whole days: the day after the last.',
  'x-order': 4,
});
export const due = moment.meta({ title: 'Due', 'x-order': 3 });
export const title = z.string().min(1).meta({ title: 'Title', 'x-order': 2 });

/** What an event or a task says of itself beside its times. */
export const details = {
  description: z
    .string()
    .optional()
    .meta({ title: 'Description', 'x-multiline': true, 'x-order': 6 }),
  location: z.string().optional().meta({ title: 'Place', 'x-order': 7 }),
  categories: z.array(z.string()).optional().meta({ title: 'Categories', 'x-order': 9 }),
  url: z.url().optional().meta({ title: 'Address on the web', 'x-advanced': true }),
  attendees: z.array(z.email()).optional().meta({
    title: 'Guests',
    description: 'Their mail addresses. Whether they are told is up to the server.',
    'x-order': 8,
  }),
  status: z
    .enum(['TENTATIVE', 'CONFIRMED', 'CANCELLED'])
    .optional()
    .meta({
      title: 'Status',
      'x-enumTitles': ['Tentative', 'Confirmed', 'Cancelled'],
      'x-advanced': true,
    }),
  recurrence: z
    .array(z.string().regex(/^RRULE:/i, 'must begin with RRULE:'))
    .optional()
    .meta({
      title: 'Repeats',
      description: 'Rules of iCalendar, one a line.',
      'x-placeholder': 'RRULE:FREQ=WEEKLY;COUNT=10',
      'x-advanced': true,
    }),
};

const text = z.string().optional();
const when = z.object({ dateTime: text, date: text, timeZone: text });
const person = z.object({ email: text, name: text, status: text });

/** An event or a task as it is given. */
export const entry = z.object({
  href: z.string().meta({ title: 'Address on the server' }),
  etag: text,
  id: text,
  kind: z.enum(['event', 'task']),
  title: text,
  description: text,
  location: text,
  start: when.optional(),
  end: when.optional(),
  due: when.optional(),
  completed: when.optional(),
  status: text,
  organizer: person.optional(),
  attendees: z.array(person),
  categories: z.array(z.string()),
  recurrence: z.array(z.string()),
  occurrence: text.meta({ title: 'Which occurrence of a repeated event' }),
  url: text,
  created: text,
  updated: text,
  unreadable: text.meta({ title: 'Why it cannot be read' }),
});
export type Entry = z.output<typeof entry>;

export const written = z.object({ href: z.string(), etag: text, id: z.string() });

export const SAMPLE_EVENT: Entry = {
  href: '/ada/team/planning.ics',
  etag: '"5f1d7a84"',
  id: 'planning@example.com',
  kind: 'event',
  title: 'Planning',
  location: 'Room 2',
  start: { dateTime: '2026-12-01T09:30:00+01:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-12-01T10:30:00+01:00', timeZone: 'Europe/Berlin' },
  status: 'CONFIRMED',
  organizer: { email: 'ada@example.com' },
  attendees: [{ email: 'bo@example.com', status: 'NEEDS-ACTION' }],
  categories: ['Team'],
  recurrence: [],
  updated: '2026-11-24T09:00:00Z',
};
export const SAMPLE_TASK: Entry = {
  href: '/ada/team/report.ics',
  etag: '"81b2c0d9"',
  id: 'report@example.com',
  kind: 'task',
  title: 'Send the report',
  due: { date: '2026-12-04' },
  status: 'NEEDS-ACTION',
  attendees: [],
  categories: [],
  recurrence: [],
};
export const SAMPLE_WRITTEN = {
  href: '/ada/team/planning.ics',
  etag: '"5f1d7a84"',
  id: 'planning@example.com',
};
