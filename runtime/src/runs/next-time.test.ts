import { scheduleConfigSchema } from '@patchbay/shared/flows';
import { describe, expect, it } from 'vitest';

import { nextTimes } from './next-time.ts';
import { timesToFire } from './schedules.ts';

const schedule = (config: object): ReturnType<typeof scheduleConfigSchema.parse> =>
  scheduleConfigSchema.parse(config);
const iso = (times: number[]): string[] => times.map((time) => new Date(time).toISOString());
const next = (config: object, after: string, count = 3): string[] =>
  iso(nextTimes(schedule(config), Date.parse(after), count));

describe('the next times of a schedule', () => {
  it.each([
    [
      'with seconds',
      { cron: '*/20 * * * * *' },
      '2026-01-01T00:00:10Z',
      ['00:00:20', '00:00:40', '00:01:00'],
    ],
    [
      'on weekdays',
      { cron: '0 9 * * 1-5' },
      '2026-01-02T10:00:00Z',
      ['09:00:00', '09:00:00', '09:00:00'],
    ],
    [
      'every 90 s, whenever it was published',
      { mode: 'every', everySeconds: 90 },
      '2026-01-01T00:00:01Z',
      ['00:01:30', '00:03:00', '00:04:30'],
    ],
  ])('%s', (_name, config, after, expected) => {
    expect(next(config, after).map((time) => time.slice(11, 19))).toEqual(expected);
  });

  it.each([
    ['Asia/Kolkata', '2026-01-01T03:30:00.000Z'],
    ['America/New_York', '2026-01-01T14:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-01T19:00:00.000Z'],
  ])('are times of the place: 9:00 in %s', (timeZone, expected) => {
    expect(next({ cron: '0 9 * * *', timeZone }, '2026-01-01T00:00:00Z', 1)).toEqual([expected]);
  });

  const berlin = { cron: '30 2 * * *', timeZone: 'Europe/Berlin' };

  it('name each day once when the clock is set forward and 2:30 does not exist', () => {
    const times = next(berlin, '2026-03-27T12:00:00Z', 4);
    expect(times[0]).toBe('2026-03-28T01:30:00.000Z');
    expect(times[1]).toMatch(/^2026-03-29T01:/);
    expect(times.slice(2)).toEqual(['2026-03-30T00:30:00.000Z', '2026-03-31T00:30:00.000Z']);
  });

  it('name each day once when the clock is set back and 2:30 comes twice', () => {
    const days = next(berlin, '2026-10-23T12:00:00Z', 4).map((time) => time.slice(0, 10));
    expect(days).toEqual(['2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27']);
  });

  it('keep the hour of the place on both sides of a change', () => {
    const nine = { cron: '0 9 * * *', timeZone: 'Europe/Berlin' };
    const hours = [...next(nine, '2026-03-28T00:00:00Z'), ...next(nine, '2026-10-24T00:00:00Z')];
    expect(hours.map((time) => time.slice(11, 13))).toEqual(['08', '07', '07', '07', '08', '08']);
  });

  it('end where a schedule ends, and refuse one that can not be read', () => {
    expect(next({ cron: '0 0 30 2 *' }, '2026-01-01T00:00:00Z')).toEqual([]);
    for (const config of [{ cron: 'soon' }, { cron: '99 * * * *' }, { timeZone: 'Mars/Base' }])
      expect(() => next(config, '2026-01-01T00:00:00Z')).toThrow("can't be read");
  });
});

describe('times that came while nobody was there', () => {
  const FROM = Date.parse('2026-01-01T00:00:00Z');
  const minutes = (count: number): number => FROM + count * 60_000;
  const fire = (missed: string, now: number): { times: number[]; next: number | undefined } =>
    timesToFire(schedule({ mode: 'every', everySeconds: 60, missed }), FROM, now);

  it.each([
    ['skip', []],
    ['once', [minutes(3)]],
    ['all', [0, 1, 2, 3].map(minutes)],
  ])('are handled as "%s" says', (missed, times) => {
    expect(fire(missed, minutes(3) + 30_000)).toEqual({ times, next: minutes(4) });
  });

  it.each(['skip', 'once', 'all'])('count as in time when it is a moment later: "%s"', (missed) => {
    expect(fire(missed, FROM + 500)).toEqual({ times: [FROM], next: minutes(1) });
  });

  it('are at most a hundred, and the schedule goes on from now', () => {
    const { times, next: after } = fire('all', minutes(100_000) + 1);
    expect(times).toHaveLength(100);
    expect(after).toBe(minutes(100_001));
  });

  it.each(['skip', 'once'])(
    'do not hide the one that is due now, however many there were: "%s"',
    (missed) => {
      expect(fire(missed, minutes(100_000) + 1)).toEqual({
        times: [minutes(100_000)],
        next: minutes(100_001),
      });
    },
  );
});
