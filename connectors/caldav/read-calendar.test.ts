import { describe, expect, it } from 'vitest';

import { readCalendar } from './read-calendar.ts';

const DAY = 86_400_000;
const from = Date.parse('2027-05-01T00:00:00Z');
const range = { from, to: from + 31 * DAY, most: 100 };
const { signal } = new AbortController();

function object(...lines: string[]): { href: string; data: string } {
  const inside = ['UID:1', ...lines];
  const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...inside, 'END:VEVENT'];
  return { href: '/a.ics', data: [...all, 'END:VCALENDAR'].join('\r\n') };
}

const WEEKLY = ['DTSTART:20270503T090000Z', 'DTEND:20270503T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=3'];

describe('reading a calendar', () => {
  it('moves and leaves out the occurrences that the document says', async () => {
    const moved = ['END:VEVENT', 'BEGIN:VEVENT', 'UID:1', 'RECURRENCE-ID:20270510T090000Z'];
    const there = ['DTSTART:20270511T120000Z', 'DTEND:20270511T130000Z', 'SUMMARY:Moved'];
    const one = object(...WEEKLY, 'SUMMARY:Usual', 'EXDATE:20270517T090000Z', ...moved, ...there);
    expect(await readCalendar({ objects: [one], range }, signal)).toMatchObject([
      { title: 'Usual', start: { dateTime: '2027-05-03T09:00:00Z' } },
      {
        title: 'Moved',
        start: { dateTime: '2027-05-11T12:00:00Z' },
        occurrence: '2027-05-10T09:00:00Z',
      },
    ]);
  });

  it('gives a time without a zone, or with one nobody describes, as it stands', async () => {
    const objects = [
      object('DTSTART:20270503T090000'),
      object('DTSTART;TZID=Our Office:20270503T090000'),
    ];
    const start = { dateTime: '2027-05-03T09:00:00' };
    expect(await readCalendar({ objects }, signal)).toMatchObject([{ start }, { start }]);
  });

  it('says which document it cannot read, and reads the others', async () => {
    const objects = [
      { href: '/bad.ics', data: 'BEGIN:VCALENDAR\r\nBEGIN:' },
      object('SUMMARY:Good'),
    ];
    expect(await readCalendar({ objects }, signal)).toMatchObject([
      { href: '/bad.ics', unreadable: expect.stringMatching(/\w/) },
      { title: 'Good' },
    ]);
  });

  it('ends when a rule can never be met', async () => {
    const never = object('DTSTART:20270503T090000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30');
    await expect(readCalendar({ objects: [never], range }, signal)).rejects.toMatchObject({
      problem: { code: 'rejected', message: expect.stringContaining('too long to read') },
    });
  });
});
