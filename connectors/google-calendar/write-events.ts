import { z } from 'zod';

import { defineAction, defineHttpAction, sendHttp } from '#sdk';

import {
  calendarId,
  details,
  end,
  event,
  eventId,
  SAMPLE_EVENT,
  SAMPLE_TIMES,
  sendUpdates,
  start,
} from './fields.ts';

const DOCS = 'https://developers.google.com/workspace/calendar/api/v3/reference/events';
const summary = z.string().meta({ title: 'Title', 'x-order': 3 });
const EVENT = '/calendars/{calendarId}/events/{eventId}';
const NOTIFY = { sendUpdates: { in: 'query' } } as const;

// Google tells one wish for a meeting from its repetition by our key, which `http` alone cannot put there.
export const createEvent = defineAction({
  title: 'Create an event',
  description: 'Puts an event into a calendar and invites its guests.',
  tags: ['appointment', 'meeting', 'add', 'schedule', 'book'],
  docsUrl: `${DOCS}/insert`,
  input: z.strictObject({
    calendarId,
    summary,
    start,
    end,
    ...details,
    meet: z.boolean().default(false).meta({ title: 'With a Google Meet call', 'x-order': 9 }),
    sendUpdates,
  }),
  output: event,
  sample: { summary: 'Planning', ...SAMPLE_TIMES, attendees: ['bo@example.com'], meet: true },
  sampleOutput: SAMPLE_EVENT,
  effects: { reads: false },
  run: async (ctx, facts) => {
    const { meet, ...given } = ctx.input;
    const call = {
      createRequest: {
        requestId: ctx.idempotencyKey,
        conferenceSolutionKey: { type: 'hangoutsMeet' },
      },
    };
    const input = { ...given, ...(meet && { conferenceData: call }) };
    return sendHttp(
      facts,
      {
        method: 'POST',
        path: '/calendars/{calendarId}/events',
        params: { ...NOTIFY, attendees: { in: 'body', each: 'email' } },
        query: { conferenceDataVersion: meet ? '1' : '' },
      },
      { ...ctx, input },
    );
  },
});

export const updateEvent = defineHttpAction({
  title: 'Update an event',
  description: 'Changes what is given; the rest of the event stays.',
  tags: ['move', 'reschedule', 'change', 'edit'],
  docsUrl: `${DOCS}/patch`,
  input: z.strictObject({
    calendarId,
    eventId,
    summary: summary.optional(),
    start: start.optional(),
    end: end.optional(),
    ...details,
    attendees: details.attendees.meta({ description: 'Replaces all guests.' }),
    sendUpdates,
  }),
  output: event,
  sample: { eventId: SAMPLE_EVENT.id, ...SAMPLE_TIMES, attendees: ['bo@example.com'] },
  sampleOutput: SAMPLE_EVENT,
  effects: { reads: false, idempotent: true },
  http: {
    method: 'PATCH',
    path: EVENT,
    params: { ...NOTIFY, attendees: { in: 'body', each: 'email' } },
  },
});

export const deleteEvent = defineHttpAction({
  title: 'Delete an event',
  description: 'Removes an event; its guests are told.',
  tags: ['cancel', 'remove'],
  docsUrl: `${DOCS}/delete`,
  input: z.strictObject({ calendarId, eventId, sendUpdates }),
  sample: { eventId: SAMPLE_EVENT.id },
  effects: { reads: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: EVENT },
});

export const quickAddEvent = defineHttpAction({
  title: 'Create an event from a sentence',
  description: 'Google reads title, day and time from a text.',
  tags: ['quick add', 'text', 'appointment'],
  docsUrl: `${DOCS}/quickAdd`,
  input: z.strictObject({
    calendarId,
    text: z.string().min(1).meta({
      title: 'Sentence',
      'x-placeholder': 'Lunch with Ada tomorrow at 12:30',
      'x-order': 2,
    }),
    sendUpdates,
  }),
  output: event,
  sample: { text: 'Planning on 1 December at 9:30' },
  sampleOutput: SAMPLE_EVENT,
  effects: { reads: false },
  http: {
    method: 'POST',
    path: '/calendars/{calendarId}/events/quickAdd',
    params: { ...NOTIFY, text: { in: 'query' } },
  },
});
