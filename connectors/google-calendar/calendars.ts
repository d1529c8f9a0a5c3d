import type { OptionSourceManifest } from '@patchbay/shared/catalog';
import { z } from 'zod';

import { defineHttpAction } from '#sdk';

const calendar = z.looseObject({ id: z.string(), summary: z.string() });

/** The calendars in the list of the account. */
export const calendars: OptionSourceManifest = {
  http: { method: 'GET', path: '/users/me/calendarList', query: { maxResults: '250' } },
  items: 'items',
  label: 'summary',
};

export const listCalendars = defineHttpAction({
  title: 'List calendars',
  description: 'Gives the calendars of the account.',
  tags: ['find'],
  docsUrl: 'https://developers.google.com/workspace/calendar/api/v3/reference/calendarList/list',
  input: z.strictObject({}),
  output: calendar,
  sample: {},
  sampleOutput: [{ id: 'ada@example.com', summary: 'Ada', primary: true, accessRole: 'owner' }],
  effects: { reads: true },
  http: { method: 'GET', path: '/users/me/calendarList' },
  paginate: {
    by: 'cursor',
    items: 'items',
    next: 'nextPageToken',
    param: 'pageToken',
    size: { param: 'maxResults', most: 250 },
  },
});

export const createCalendar = defineHttpAction({
  title: 'Create a calendar',
  description: 'Adds a calendar to the account.',
  tags: ['new', 'add'],
  docsUrl: 'https://developers.google.com/workspace/calendar/api/v3/reference/calendars/insert',
  input: z.strictObject({
    summary: z.string().min(1).meta({ title: 'Name', 'x-order': 1 }),
    description: z.string().optional().meta({ title: 'Description', 'x-order': 2 }),
    timeZone: z
      .string()
      .optional()
      .meta({ title: 'Time zone', 'x-placeholder': 'Europe/Berlin', 'x-order': 3 }),
  }),
  output: calendar,
  sample: { summary: 'Deliveries' },
  sampleOutput: { id: 'c_1@group.calendar.google.com', summary: 'Deliveries' },
  effects: { reads: false },
  http: { method: 'POST', path: '/calendars' },
});
