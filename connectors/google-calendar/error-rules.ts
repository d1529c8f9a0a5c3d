import type { ConnectorManifest } from '@patchbay/shared/catalog';

export const errorRules: ConnectorManifest['errors'] = [
  {
    when: { status: [401] },
    title: 'Signed out',
    hint: 'Open the connection and sign in with Google again.',
  },
  {
    when: { status: [403], code: 'rateLimitExceeded' },
    title: 'Too many requests',
    hint: 'Patchbay waits and tries again; let the trigger look less often if it stays.',
    kind: 'rate_limited',
  },
  {
    when: { status: [403], code: 'userRateLimitExceeded' },
    title: 'Too many requests',
    hint: 'Patchbay waits and tries again; let the trigger look less often if it stays.',
    kind: 'rate_limited',
  },
  {
    when: { status: [403], code: 'dailyLimitExceeded' },
    title: 'Quota of the day used up',
    hint: 'It starts again at midnight in California. Ask Google for more in the Cloud project.',
  },
  {
    when: { status: [403], says: 'has not been used' },
    title: 'API not enabled',
    hint: 'Enable the Google Calendar API in the Cloud project of the OAuth client, wait a minute, then try again.',
    link: 'https://console.cloud.google.com/apis/library/calendar-json.googleapis.com',
  },
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
    when: { status: [403] },
    title: 'Right not granted',
    hint: 'Open the connection, sign in again and tick all the rights that are asked for.',
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
  {
    when: { status: [429] },
    title: 'Too many requests',
    hint: 'Patchbay waits and tries again; let the trigger look less often if it stays.',
  },
];
