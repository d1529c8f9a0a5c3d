import { googleErrors } from '#sdk';

const API = { api: 'the Google Calendar API', library: 'calendar-json.googleapis.com' };

export const errorRules = googleErrors(API, [
  {
    when: { status: [403], code: 'forbiddenForNonOrganizer' },
    title: 'Not the organizer',
    hint: 'Only who organizes the event may change this: use the connection of that account.',
  },
  {
    when: { status: [403], code: 'requiredAccessLevel' },
    title: 'Only to look at',
    hint: 'Share the calendar with the account of the connection, with the right to change events.',
  },
  {
    when: { status: [404] },
    title: 'No such event or calendar',
    hint: 'Check both ids; the calendar must be shared with the account of the connection.',
  },
  {
    when: { status: [400], says: 'time range is empty' },
    title: 'Ends before it begins',
    hint: 'Check both times: the end of whole days is the day after the last.',
    kind: 'invalid_input',
  },
  {
    when: { status: [400], says: 'missing time zone' },
    title: 'Time zone missing',
    hint: 'Give the time with its offset, such as 2026-12-01T09:30:00+01:00, or fill in the time zone.',
    kind: 'invalid_input',
  },
  {
    when: { status: [409] },
    title: 'Exists already',
    hint: 'There is something with this id: read it first, then decide.',
  },
  {
    when: { status: [410] },
    title: 'Deleted already',
    hint: 'The event is gone. Wire the error port if that is fine.',
  },
]);
