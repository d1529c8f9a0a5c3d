/** Calendars and tasks on any server that speaks CalDAV (RFC 4791). */
import { z } from 'zod';

import { basicAuth, bearerAuth, defineConnector, type OptionSource, readIcon, textOf } from '#sdk';

import { errorRules } from './error-rules.ts';
import { findCalendars } from './find-calendars.ts';
import { getEvent, listCalendars, listEvents, listTasks } from './read-events.ts';
import { eventChanged } from './triggers.ts';
import { completeTask, createEvent, createTask, deleteEvent, updateEvent } from './write-events.ts';

const calendars: OptionSource = async (ctx) => {
  const found = await findCalendars(ctx);
  return found.map(({ href, name, description }) => ({
    value: href,
    label: name,
    ...(description && { description }),
  }));
};

export const caldav = defineConnector({
  id: 'caldav',
  version: '1.0.0',
  kind: 'protocol',
  name: 'CalDAV',
  description: 'Find, create and change events and tasks in calendars of any CalDAV server.',
  categories: ['Calendar and mail'],
  useCases: [
    'Put bookings of another system into the calendar of a team.',
    'Tell a channel when an event is moved or cancelled.',
    'Make a task of each message that needs an answer.',
  ],
  icon: { svg: readIcon(import.meta.dirname), color: '#0f766e' },
  docsUrl: 'https://www.rfc-editor.org/rfc/rfc4791',
  releases: [{ version: '1.0.0', date: '2026-11-24', breaking: false, notes: 'First release.' }],
  network: { allowedHosts: ['{config.baseUrl}'] },
  config: z.strictObject({
    baseUrl: z.url({ protocol: /^https?$/ }).meta({
      title: 'Address',
      description: 'That of the server, of the account or of one calendar.',
      'x-placeholder': 'https://cloud.example.com/remote.php/dav/',
      'x-order': 1,
    }),
  }),
  auth: [
    basicAuth({
      help: 'Where the provider asks for a second factor, use a password made for apps.',
    }),
    bearerAuth(),
  ],
  actions: {
    listEvents,
    getEvent,
    createEvent,
    updateEvent,
    deleteEvent,
    listTasks,
    createTask,
    completeTask,
    listCalendars,
  },
  triggers: { eventChanged },
  options: { calendars },
  test: async (ctx) => {
    const { length } = await findCalendars(ctx);
    const many = `${length} ${length === 1 ? 'calendar' : 'calendars'}`;
    return { identity: `${many} at ${new URL(textOf(ctx.config.baseUrl ?? '')).host}` };
  },
  errors: errorRules,
});
