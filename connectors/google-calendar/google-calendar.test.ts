import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { describeVendor } from '#sdk/testing';

import { SAMPLE_EVENT } from './fields.ts';
import { googleCalendar } from './index.ts';

const EVENTS = '/calendar/v3/calendars/{calendarId}/events';
const text = z.string().optional();
const moment = z.union([
  z.strictObject({ date: z.iso.date() }),
  z.strictObject({ dateTime: z.string(), timeZone: text }),
]);
const patch = z.strictObject({
  summary: text,
  description: text,
  location: text,
  start: moment.optional(),
  end: moment.optional(),
  attendees: z.array(z.strictObject({ email: z.string() })).optional(),
  recurrence: z.array(z.string()).optional(),
  colorId: text,
  visibility: text,
  transparency: text,
});
const notify = z.strictObject({ sendUpdates: z.enum(['all', 'externalOnly', 'none']).optional() });
const CALENDAR = { id: 'ada@example.com', summary: 'Ada' };

let events: Record<string, unknown>[] = [SAMPLE_EVENT];
const soon = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

const bench = describeVendor({
  connector: googleCalendar,
  connection: { scheme: 'oauth2', config: {}, fields: { accessToken: 'tok' } },
  triggers: { eventTold: { calendarId: 'primary', change: 'any' } },
  origins: ['https://www.googleapis.com'],
  contract: {
    headers: { authorization: 'Bearer tok' },
    operations: {
      [`POST ${EVENTS}/watch`]: {
        body: z.strictObject({
          id: z.string().regex(/^[\w+/=-]{1,64}$/),
          type: z.literal('web_hook'),
          address: z.url(),
          token: z.string().max(256),
          params: z.strictObject({ ttl: z.string() }),
        }),
        gives: { kind: 'api#channel', resourceId: 'res1', expiration: '1768204800000' },
      },
      'POST /calendar/v3/channels/stop': {
        body: z.strictObject({ id: z.string(), resourceId: z.literal('res1') }),
        reply: () => ({ status: 204 }),
      },
      [`POST ${EVENTS}`]: {
        query: notify.extend({ conferenceDataVersion: z.literal('1').optional() }),
        body: patch.required({ start: true, end: true }).extend({
          conferenceData: z
            .strictObject({
              createRequest: z.strictObject({
                requestId: z.string(),
                conferenceSolutionKey: z.strictObject({ type: z.literal('hangoutsMeet') }),
              }),
            })
            .optional(),
        }),
        reply: ({ body, query }) => ({ body: { ...SAMPLE_EVENT, sent: { body, query } } }),
      },
      [`GET ${EVENTS}`]: {
        query: z
          .strictObject({
            timeMin: z.iso.datetime({ offset: true }).optional(),
            timeMax: z.iso.datetime({ offset: true }).optional(),
            updatedMin: z.iso.datetime({ offset: true }).optional(),
            q: text,
            timeZone: text,
            singleEvents: z.literal('true').optional(),
            orderBy: z.enum(['startTime', 'updated']),
            maxResults: z.string(),
            pageToken: text,
          })
          .refine(
            ({ orderBy, singleEvents }) => orderBy === 'updated' || singleEvents === 'true',
            'is only ordered by startTime when singleEvents is true',
          ),
        reply: ({ query, path }) => {
          if (path.calendarId === 'gone')
            return { status: 404, body: { error: { code: 404, message: 'Not Found' } } };
          const at = Number(query.pageToken ?? 0);
          const next = at + 1 < events.length ? { nextPageToken: String(at + 1) } : {};
          return { body: { items: events.slice(at, at + 1), ...next } };
        },
      },
      [`GET ${EVENTS}/{eventId}`]: { gives: SAMPLE_EVENT },
      [`PATCH ${EVENTS}/{eventId}`]: { query: notify, body: patch, gives: SAMPLE_EVENT },
      [`DELETE ${EVENTS}/{eventId}`]: { query: notify, reply: () => ({ status: 204 }) },
      [`POST ${EVENTS}/quickAdd`]: {
        query: notify.extend({ text: z.string() }),
        gives: SAMPLE_EVENT,
      },
      'POST /calendar/v3/freeBusy': {
        body: z.strictObject({
          timeMin: z.string(),
          timeMax: z.string(),
          timeZone: text,
          items: z.array(z.strictObject({ id: z.string() })),
        }),
        gives: { calendars: { primary: { busy: [] } } },
      },
      'GET /calendar/v3/users/me/calendarList': {
        query: z.strictObject({ maxResults: z.string(), pageToken: text }),
        gives: { items: [CALENDAR] },
      },
      'GET /calendar/v3/users/me/calendarList/primary': { gives: CALENDAR },
      'POST /calendar/v3/calendars': {
        body: z.strictObject({ summary: z.string(), description: text, timeZone: text }),
        gives: CALENDAR,
      },
    },
  },
});

describe('an event', () => {
  it('gets a call only when one is wanted, under the key of the step', async () => {
    const input = { summary: 's', start: { date: '2026-12-01' }, end: { date: '2026-12-02' } };
    const plain = await bench.call('createEvent', input);
    expect(plain).toMatchObject({ sent: { query: { sendUpdates: 'all' } } });
    expect(plain).not.toHaveProperty('sent.body.conferenceData');
    expect(await bench.call('createEvent', { ...input, meet: true })).toMatchObject({
      sent: { body: { conferenceData: { createRequest: { requestId: 'run-step-1' } } } },
    });
  });

  it('is listed over as many pages as it takes', async () => {
    events = [SAMPLE_EVENT, { ...SAMPLE_EVENT, id: 'second' }];
    expect(await bench.call('listEvents', {})).toMatchObject(events);
  });

  it('of a calendar that is not shared says what to do', async () => {
    await expect(bench.call('listEvents', { calendarId: 'gone' })).rejects.toMatchObject({
      problem: { details: { title: 'No such event or calendar' } },
    });
  });
});

describe('the triggers', () => {
  it('tell new, changed and cancelled events apart', async () => {
    const { cursor } = await bench.look('eventChanged', {});
    const created = { ...SAMPLE_EVENT, id: 'a', created: soon(1), updated: soon(1) };
    const updated = { ...SAMPLE_EVENT, id: 'b', updated: soon(2) };
    const cancelled = { id: 'c', status: 'cancelled', updated: soon(3) };
    events = [created, updated, cancelled];
    const look = (change: string) => bench.look('eventChanged', { change }, cursor);
    expect((await look('any')).items).toEqual(events);
    expect((await look('created')).items).toEqual([created]);
    expect((await look('updated')).items).toEqual([updated]);
    expect(await look('cancelled')).toEqual({ items: [cancelled], cursor: cancelled.updated });
  });

  it('give timed events that have not begun', async () => {
    const coming = { ...SAMPLE_EVENT, start: { dateTime: soon(5) } };
    events = [
      { id: 'day', start: { date: '2026-12-01' } },
      { id: 'begun', start: { dateTime: soon(-5) } },
      coming,
    ];
    const { items } = await bench.look('eventStarting', {});
    const occurrence = `${coming.id} ${coming.start.dateTime}`;
    expect(items).toEqual([{ ...coming, occurrence }]);
  });
});
