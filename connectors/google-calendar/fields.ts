import { z } from 'zod';

export const calendarId = z.string().min(1).default('primary').meta({
  title: 'Calendar',
  description: '"primary" is that of the account itself.',
  'x-options': 'calendars',
  'x-order': 1,
});

export const eventId = z.string().min(1).meta({
  title: 'Event',
  description: 'Its id, as listing events or the trigger gives it.',
  'x-order': 2,
});

const moment = z.strictObject({
  dateTime: z.iso.datetime({ offset: true, local: true }).optional().meta({
    title: 'Date and time',
    'x-placeholder': '2026-12-01T09:30:00+01:00',
  }),
  timeZone: z.string().optional().meta({
    title: 'Time zone',
    description: 'Needed when the time holds no offset, and for events that repeat.',
    'x-placeholder': 'Europe/Berlin',
  }),
  date: z.iso
    .date()
    .optional()
    .meta({ title: 'Day', description: 'For a whole day, in place of a time.' }),
});

export const start = moment.meta({ title: 'Begins', 'x-order': 4 });
export const end = moment.meta({
  title: 'Ends',
  description: 'Of whole days: the day after the last.',
  'x-order': 5,
});

export const sendUpdates = z
  .enum(['all', 'externalOnly', 'none'])
  .default('all')
  .meta({
    title: 'Tell the guests',
    'x-enumTitles': ['All', 'Only those outside of Google Calendar', 'Nobody'],
    'x-advanced': true,
  });

export const attendees = z
  .array(z.email())
  .optional()
  .meta({ title: 'Guests', description: 'Their mail addresses.', 'x-order': 8 });

/** What an event says of itself beside its times. */
export const details = {
  description: z
    .string()
    .optional()
    .meta({ title: 'Description', 'x-multiline': true, 'x-order': 6 }),
  location: z.string().optional().meta({ title: 'Place', 'x-order': 7 }),
  attendees,
  recurrence: z.array(z.string()).optional().meta({
    title: 'Repeats',
    description: 'Rules of iCalendar, one a line.',
    'x-placeholder': 'RRULE:FREQ=WEEKLY;COUNT=10',
    'x-advanced': true,
  }),
  colorId: z.string().optional().meta({
    title: 'Colour',
    description: 'A number from 1 to 11.',
    'x-advanced': true,
  }),
  visibility: z
    .enum(['default', 'public', 'private', 'confidential'])
    .optional()
    .meta({ title: 'Visible to', 'x-advanced': true }),
  transparency: z
    .enum(['opaque', 'transparent'])
    .optional()
    .meta({ title: 'Shown as', 'x-enumTitles': ['Busy', 'Free'], 'x-advanced': true }),
};

const text = z.string().optional();
const when = z.looseObject({ dateTime: text, date: text, timeZone: text });

export const event = z.looseObject({
  id: z.string(),
  status: text,
  htmlLink: text,
  summary: text,
  description: text,
  location: text,
  start: when.optional(),
  end: when.optional(),
  organizer: z.looseObject({ email: text }).optional(),
  attendees: z.array(z.looseObject({ email: text, responseStatus: text })).optional(),
  hangoutLink: text,
  created: text,
  updated: text,
});

export const SAMPLE_EVENT = {
  id: '7k2q9vcd0a1b2c3d4e5f6g7h8i',
  etag: '"3527861234567000"',
  status: 'confirmed',
  htmlLink: 'https://www.google.com/calendar/event?eid=N2sycTl2Y2Q',
  summary: 'Planning',
  location: 'Room 2',
  start: { dateTime: '2026-12-01T09:30:00+01:00', timeZone: 'Europe/Berlin' },
  end: { dateTime: '2026-12-01T10:30:00+01:00', timeZone: 'Europe/Berlin' },
  organizer: { email: 'ada@example.com' },
  attendees: [{ email: 'bo@example.com', responseStatus: 'needsAction' }],
  created: '2026-11-24T09:00:00.000Z',
  updated: '2026-11-24T09:00:00.000Z',
};
export const SAMPLE_TIMES = {
  start: { dateTime: '2026-12-01T09:30:00+01:00' },
  end: { dateTime: '2026-12-01T10:30:00+01:00' },
};
