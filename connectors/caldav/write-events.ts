import { z } from 'zod';

import { defineAction } from '#sdk';

import {
  calendar,
  details,
  due,
  end,
  etag,
  href,
  SAMPLE_WRITTEN,
  start,
  title,
  written,
} from './fields.ts';
import { writeDetails } from './write-details.ts';
import { addObject, changeObject, deleteObject } from './write-object.ts';
import { checkTimes, writeTime } from './write-times.ts';

const tags = ['calendar', 'appointment', 'meeting', 'ical', 'write'];
const { attendees: _guests, recurrence: _rules, status: _status, ...taskDetails } = details;

export const createEvent = defineAction({
  title: 'Create an event',
  description: 'Adds an event to a calendar. A second attempt does not add it again.',
  tags: [...tags, 'add', 'book'],
  input: z.strictObject({ calendar, title, start, end, ...details }),
  output: written,
  sample: {
    calendar: '/ada/team/',
    title: 'Planning',
    start: { dateTime: '2026-12-01T09:30:00+01:00' },
    end: { dateTime: '2026-12-01T10:30:00+01:00' },
  },
  sampleOutput: SAMPLE_WRITTEN,
  effects: { reads: false, idempotent: true },
  run: (ctx) => {
    const { input } = ctx;
    return addObject(ctx, { calendar: input.calendar, kind: 'vevent' }, async (event) => {
      await writeTime(event, 'dtstart', input.start);
      await writeTime(event, 'dtend', input.end);
      checkTimes(event);
      await writeDetails(event, input);
    });
  },
});

export const updateEvent = defineAction({
  title: 'Change an event',
  description: 'Changes the fields that are filled in; everything else stays as it is.',
  tags: [...tags, 'edit', 'move', 'update'],
  input: z.strictObject({
    href,
    title: title.optional(),
    start: start.optional(),
    end: end.optional(),
    ...details,
    etag,
  }),
  output: written,
  sample: { href: '/ada/team/planning.ics', location: 'Room 3' },
  sampleOutput: SAMPLE_WRITTEN,
  effects: { reads: false, idempotent: true },
  run: (ctx) => {
    const { input } = ctx;
    return changeObject(ctx, input, async (event) => {
      if (input.start) await writeTime(event, 'dtstart', input.start);
      if (input.end) await writeTime(event, 'dtend', input.end);
      // Either a length or an end; the new end is the one that counts.
      if (input.end) event.removeAllProperties('duration');
      checkTimes(event);
      await writeDetails(event, input);
    });
  },
});

export const deleteEvent = defineAction({
  title: 'Delete an event',
  description: 'Deletes an event or task; one that repeats with all its occurrences.',
  tags: [...tags, 'remove', 'cancel', 'todo'],
  input: z.strictObject({ href, etag }),
  output: z.object({ deleted: z.literal(true) }),
  sample: { href: '/ada/team/planning.ics' },
  sampleOutput: { deleted: true },
  effects: { reads: false, destructive: true },
  run: async (ctx) => {
    await deleteObject(ctx, ctx.input);
    return { deleted: true };
  },
});

export const createTask = defineAction({
  title: 'Create a task',
  description: 'Adds a task to a calendar. A second attempt does not add it again.',
  tags: ['todo', 'vtodo', 'calendar', 'write', 'add'],
  input: z.strictObject({ calendar, title, due: due.optional(), ...taskDetails }),
  output: written,
  sample: { calendar: '/ada/team/', title: 'Send the report', due: { date: '2026-12-04' } },
  sampleOutput: SAMPLE_WRITTEN,
  effects: { reads: false, idempotent: true },
  run: (ctx) => {
    const { input } = ctx;
    return addObject(ctx, { calendar: input.calendar, kind: 'vtodo' }, async (task) => {
      if (input.due) await writeTime(task, 'due', input.due);
      await writeDetails(task, { ...input, status: 'NEEDS-ACTION' });
    });
  },
});

export const completeTask = defineAction({
  title: 'Complete a task',
  description: 'Marks a task as done.',
  tags: ['todo', 'vtodo', 'calendar', 'write', 'done'],
  input: z.strictObject({ href: href.meta({ title: 'Task' }), etag }),
  output: written,
  sample: { href: '/ada/team/report.ics' },
  sampleOutput: SAMPLE_WRITTEN,
  effects: { reads: false, idempotent: true },
  run: (ctx) =>
    changeObject(ctx, ctx.input, async (task) => {
      const { default: ical } = await import('ical.js');
      await writeDetails(task, { status: 'COMPLETED' });
      task.updatePropertyWithValue('percent-complete', 100);
      task.updatePropertyWithValue('completed', ical.Time.fromJSDate(new Date(), true));
    }),
});
