/** Google Calendar, by version 3 of its API. */
import { defineConnector, googleSignIn, readIcon } from '#sdk';

import { calendars, createCalendar, listCalendars } from './calendars.ts';
import { errorRules } from './error-rules.ts';
import { getEvent, listEvents, queryFreeBusy } from './read-events.ts';
import { eventTold } from './told.ts';
import { eventChanged, eventStarting } from './triggers.ts';
import { createEvent, deleteEvent, quickAddEvent, updateEvent } from './write-events.ts';

export const googleCalendar = defineConnector({
  id: 'google-calendar',
  version: '1.0.0',
  name: 'Google Calendar',
  description: 'Find, create and change events in the calendars of a Google account.',
  kind: 'service',
  categories: ['Calendar and mail'],
  useCases: [
    'Book a meeting with a call when somebody fills in a form.',
    'Remind a channel some minutes before an event begins.',
    'Keep a calendar in step with bookings of another system.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#4285f4' },
  docsUrl: 'https://developers.google.com/workspace/calendar/api/v3/reference',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: {
    baseUrl: 'https://www.googleapis.com/calendar/v3',
    allowedHosts: ['www.googleapis.com'],
    limits: [{ requests: 600, perS: 60 }],
    answers: { code: ['error.errors.0.reason', 'error.status'], message: 'error.message' },
  },
  auth: [
    googleSignIn(
      [
        {
          name: 'https://www.googleapis.com/auth/calendar',
          title: 'Read and change calendars and events',
          default: true,
        },
      ],
      'Google Calendar',
    ),
  ],
  test: { http: { method: 'GET', path: '/users/me/calendarList/primary' }, identity: 'id' },
  actions: {
    createEvent,
    updateEvent,
    deleteEvent,
    quickAddEvent,
    listEvents,
    getEvent,
    queryFreeBusy,
    listCalendars,
    createCalendar,
  },
  triggers: { eventTold, eventChanged, eventStarting },
  options: { calendars },
  errors: errorRules,
});
