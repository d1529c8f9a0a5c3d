import type { HttpBinding, Paginate } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { defineHttpAction } from '#sdk';

import { calendarId, event, eventId, SAMPLE_EVENT } from './fields.ts';

const DOCS = 'https://developers.google.com/workspace/calendar/api/v3/reference';
const instant = z.iso.datetime({ offset: true });

/** How events are listed; the triggers ask the same way. */
export const LIST: HttpBinding = { method: 'GET', path: '/calendars/{calendarId}/events' };
export const PAGES: Paginate = {
  by: 'cursor',
  items: 'items',
  next: 'nextPageToken',
  param: 'pageToken',
  size: { param: 'maxResults', most: 2500 },
};

export const listEvents = defineHttpAction({
  title: 'List events',
  description: 'Gives the events of a calendar in a time, each occurrence of its own.',
  tags: ['find', 'search', 'agenda', 'appointments'],
  docsUrl: `${DOCS}/events/list`,
  input: z.strictObject({
    calendarId,
    timeMin: instant
      .optional()
      .meta({ title: 'From', 'x-placeholder': '2026-12-01T00:00:00Z', 'x-order': 2 }),
    timeMax: instant
      .optional()
      .meta({ title: 'Until', 'x-placeholder': '2026-12-08T00:00:00Z', 'x-order': 3 }),
    q: z.string().optional().meta({ title: 'Search', 'x-order': 4 }),
    timeZone: z.string().optional().meta({ title: 'Time zone', 'x-advanced': true }),
  }),
  output: event,
  sample: { timeMin: '2026-12-01T00:00:00Z', timeMax: '2026-12-08T00:00:00Z' },
  sampleOutput: [SAMPLE_EVENT],
  effects: { reads: true },
  http: { ...LIST, query: { singleEvents: 'true', orderBy: 'startTime' } },
  paginate: PAGES,
});

export const getEvent = defineHttpAction({
  title: 'Get an event',
  description: 'Gives an event with its guests and their answers.',
  tags: ['read', 'appointment'],
  docsUrl: `${DOCS}/events/get`,
  input: z.strictObject({ calendarId, eventId }),
  output: event,
  sample: { eventId: SAMPLE_EVENT.id },
  sampleOutput: SAMPLE_EVENT,
  effects: { reads: true },
  http: { method: 'GET', path: '/calendars/{calendarId}/events/{eventId}' },
});

export const queryFreeBusy = defineHttpAction({
  title: 'Look for busy times',
  description: 'Gives the times in which calendars are taken.',
  tags: ['free', 'busy', 'availability', 'slots'],
  docsUrl: `${DOCS}/freebusy/query`,
  input: z.strictObject({
    items: z
      .array(z.string().meta({ 'x-options': 'calendars' }))
      .min(1)
      .max(50)
      .default(['primary'])
      .meta({ title: 'Calendars', 'x-order': 1 }),
    timeMin: instant.meta({ title: 'From', 'x-order': 2 }),
    timeMax: instant.meta({ title: 'Until', 'x-order': 3 }),
    timeZone: z.string().optional().meta({ title: 'Time zone', 'x-advanced': true }),
  }),
  output: z.record(
    z.string(),
    z.looseObject({ busy: z.array(z.looseObject({ start: z.string(), end: z.string() })) }),
  ),
  sample: { timeMin: '2026-12-01T00:00:00Z', timeMax: '2026-12-02T00:00:00Z' },
  sampleOutput: {
    primary: { busy: [{ start: '2026-12-01T08:30:00Z', end: '2026-12-01T09:30:00Z' }] },
  },
  effects: { reads: true },
  http: {
    method: 'POST',
    path: '/freeBusy',
    params: { items: { in: 'body', each: 'id' } },
    result: 'calendars',
  },
});
