import { type PrivateServer, startServer } from '@patchbay/e2e/setup';
import type { JsonObject } from '@patchbay/shared/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { listOptions, type PollResult, testConnection } from '#sdk';
import { type Bench, openBench } from '#sdk/testing';

import { caldav } from './index.ts';

const CALENDAR = '/patchbay/team/';
const BERLIN = { timeZone: 'Europe/Berlin' };
const MAY = { from: '2027-05-01T00:00:00Z', to: '2027-06-01T00:00:00Z' };
const NINE = { dateTime: '2027-05-03T09:00:00+02:00' };
const TEN = { dateTime: '2027-05-03T10:00:00+02:00' };

let server: PrivateServer;
let bench: Bench;

beforeAll(async () => {
  server = await startServer('radicale');
  const { username, password, origin } = new URL(server.url);
  const fields = { username, password };
  bench = openBench(caldav, { scheme: 'basic', config: { baseUrl: `${origin}/` }, fields });
  await fetch(`${origin}${CALENDAR}`, {
    method: 'MKCALENDAR',
    headers: { Authorization: `Basic ${btoa(`${username}:${password}`)}` },
    body: `<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop><displayname>Work &amp; play</displayname></prop></set></C:mkcalendar>`,
  });
});
afterAll(async () => {
  await bench.close();
  await server.stop();
});

async function create(more: JsonObject): Promise<{ href: string; etag: string; id: string }> {
  const input = { calendar: CALENDAR, title: 'Planning', start: NINE, end: TEN, ...more };
  const ctx = { ...bench.context(input), idempotencyKey: JSON.stringify(more) };
  return (await caldav.actions.createEvent!.run(ctx, caldav.manifest)) as never;
}

function list(more: JsonObject = {}): Promise<unknown> {
  return bench.call('listEvents', { calendar: CALENDAR, ...MAY, ...more });
}

describe('the account', () => {
  it('has calendars, found from the address of the server alone', async () => {
    expect(await testConnection(caldav, bench.context())).toEqual({
      identity: `1 calendar at 127.0.0.1:${server.port}`,
    });
    expect(await listOptions(caldav, 'calendars', bench.context())).toEqual([
      { value: CALENDAR, label: 'Work & play' },
    ]);
    expect(await bench.call('listCalendars')).toMatchObject([
      { href: CALENDAR, components: expect.arrayContaining(['VEVENT', 'VTODO']) },
    ]);
  });

  it.each([
    [{ fields: { password: 'wrong' } }, 'auth_expired', 'password'],
    [{ config: { baseUrl: 'http://127.0.0.1:1/' } }, 'unavailable', ''],
  ])('says what is wrong with %o', async (change, code, hint) => {
    await expect(testConnection(caldav, bench.context({}, change))).rejects.toMatchObject({
      problem: { code, hint: expect.stringContaining(hint) },
    });
  });
});

describe('an event', () => {
  it('is created once for all attempts, read as it was written, changed and deleted', async () => {
    const details = {
      title: 'Coffee, tea; "cake" & ü',
      description: 'One\nTwo',
      location: 'Room 2',
      categories: ['A,b', 'C'],
      attendees: ['bo@example.com'],
    };
    const times = { start: { ...NINE, ...BERLIN }, end: { ...TEN, ...BERLIN } };
    const first = await create({ ...details, ...times });
    expect(await create({ ...details, ...times })).toEqual(first);
    const { attendees: _, ...same } = details;
    const { href } = first;
    const found = await bench.call('getEvent', { href });
    expect(found).toMatchObject({ ...same, ...times, ...first, kind: 'event' });
    expect(found).toMatchObject({
      attendees: [{ email: 'bo@example.com', status: 'NEEDS-ACTION' }],
    });
    const changed = await bench.call('updateEvent', { href, location: '', title: 'Tea' });
    const after = (await bench.call('getEvent', { href })) as JsonObject;
    expect(after).toMatchObject({ title: 'Tea', description: 'One\nTwo', ...times });
    expect(after.location).toBeUndefined();
    const late = bench.call('updateEvent', { href, title: 'Late', etag: first.etag });
    await expect(late).rejects.toMatchObject({
      problem: { code: 'rejected', hint: expect.stringContaining('Read the event again') },
    });
    const { etag } = changed as { etag: string };
    expect(await bench.call('deleteEvent', { href, etag })).toEqual({ deleted: true });
    await expect(bench.call('getEvent', { href })).rejects.toMatchObject({
      problem: { code: 'rejected', hint: expect.stringContaining('deleted') },
    });
  });

  it('that repeats takes place at the same time in summer', async () => {
    const zone = { timeZone: 'America/New_York' };
    const start = { dateTime: '2027-03-11T09:00:00', ...zone };
    const end = { dateTime: '2027-03-11T10:00:00', ...zone };
    const recurrence = ['RRULE:FREQ=WEEKLY;COUNT=3'];
    const { href } = await create({ title: 'Weekly', start, end, recurrence });
    const march = { from: '2027-03-01T00:00:00Z', to: '2027-04-01T00:00:00Z' };
    expect(await list(march)).toMatchObject([
      { href, start: { dateTime: '2027-03-11T09:00:00-05:00' }, occurrence: '2027-03-11T09:00:00' },
      { href, start: { dateTime: '2027-03-18T09:00:00-04:00' } },
      { href, start: { dateTime: '2027-03-25T09:00:00-04:00' } },
    ]);
    expect(await list({ ...march, most: 2 })).toHaveLength(2);
    expect(await list({ ...march, expand: false })).toMatchObject([{ href, recurrence }]);
  });

  it('of whole days keeps its days', async () => {
    const days = { start: { date: '2027-05-10' }, end: { date: '2027-05-12' } };
    const { href } = await create({ title: 'Holiday', ...days });
    expect(await list()).toEqual(
      expect.arrayContaining([expect.objectContaining({ href, ...days })]),
    );
  });

  it.each([
    [{ end: { dateTime: '2027-05-03T08:00:00+02:00' } }, 'ends before'],
    [{ end: { date: '2027-05-04' } }, 'a day and the other a time'],
    [{ start: {} }, 'time is missing'],
    [{ start: { ...NINE, timeZone: 'Mars/North' } }, 'not a time zone'],
    [{ recurrence: ['RRULE:FREQ=NEVER'] }, 'not a rule'],
  ])('is refused with %o', async (wrong, words) => {
    await expect(create(wrong)).rejects.toMatchObject({
      problem: { code: 'invalid_input', message: expect.stringContaining(words) },
    });
  });
});

describe('a calendar', () => {
  it('is not deleted in place of an event', async () => {
    for (const href of [CALENDAR, CALENDAR.slice(0, -1)]) {
      await expect(bench.call('deleteEvent', { href })).rejects.toMatchObject({
        problem: { code: 'invalid_input', message: expect.stringContaining('of a calendar') },
      });
    }
    await expect(
      bench.call('getEvent', { href: 'https://example.com/x.ics' }),
    ).rejects.toMatchObject({ problem: { hint: expect.stringMatching(/\w/) } });
  });

  it('holds tasks, which are done in the end', async () => {
    const due = { date: '2027-05-07' };
    const input = { calendar: CALENDAR, title: 'Send the report', due };
    const { href } = (await bench.call('createTask', input)) as { href: string };
    const open = () => bench.call('listTasks', { calendar: CALENDAR });
    expect(await open()).toMatchObject([{ href, kind: 'task', due, status: 'NEEDS-ACTION' }]);
    await bench.call('completeTask', { href });
    expect(await open()).toEqual([]);
    expect(await bench.call('listTasks', { calendar: CALENDAR, all: true })).toMatchObject([
      { href, status: 'COMPLETED' },
    ]);
  });
});

describe('the trigger', () => {
  const look = (cursor?: string, change = 'any'): Promise<PollResult> =>
    bench.look('eventChanged', { calendar: CALENDAR, change }, cursor);

  it('gives what was written and what was deleted since the last look, and nothing twice', async () => {
    const old = await create({ title: 'Old' });
    const first = await look();
    expect(first.items).toEqual([]);
    const { href } = await create({ title: 'New' });
    await bench.call('deleteEvent', { href: old.href });
    const second = await look(first.cursor);
    expect(second.items).toMatchObject([
      { href, title: 'New', deleted: false, changeKey: expect.stringContaining(href) },
      { href: old.href, deleted: true },
    ]);
    expect((await look(first.cursor, 'deleted')).items).toMatchObject([{ href: old.href }]);
    expect((await look(second.cursor)).items).toEqual([]);
  });

  it('goes by the time of writing where the server has forgotten where it was', async () => {
    const { href } = await create({ title: 'Meanwhile' });
    const cursor = JSON.stringify({
      token: 'http://radicale.org/ns/sync/gone',
      at: Date.now() - 60_000,
    });
    const { items } = await look(cursor);
    expect(items).toContainEqual(expect.objectContaining({ href, title: 'Meanwhile' }));
  });

  it('wants the address of a calendar', async () => {
    await expect(bench.look('eventChanged', { calendar: '/patchbay/' })).rejects.toMatchObject({
      problem: { code: 'invalid_input', message: expect.stringContaining('no calendar') },
    });
  });
});
