import { describe, expect, it } from 'vitest';

import { barsOf, barsWords, barWords, ticksOf, type Period } from './bar-words.ts';

const HOUR = 3_600_000;
const at = (hour: number, minute = 0): number => new Date(2026, 10, 10, hour, minute).getTime();
// Half an hour into a bar until half an hour into another: the ends of a line are rarely whole.
const period: Period = { from: at(9, 30), to: at(13, 30), bucketMs: HOUR };
const buckets = [9, 10, 11, 12, 13].map((hour) => ({
  at: at(hour),
  done: hour === 10 ? 1200 : 0,
  failed: hour === 12 ? 1 : 0,
}));
// The space before PM is a narrow one, which nobody types.
const plain = (words: string): string => words.replaceAll(/[\u2009\u202F]/g, ' ');

describe('the bars of runs over time', () => {
  it('tell one bar with its span and its numbers', () => {
    const bars = barsOf(buckets, period);
    expect(bars.map(barWords).map(plain)).toEqual([
      'Tue, Nov 10, 9:30 – 10:00 AM: no run ended',
      'Tue, Nov 10, 10:00 – 11:00 AM: 1,200 runs done',
      'Tue, Nov 10, 11:00 AM – 12:00 PM: no run ended',
      'Tue, Nov 10, 12:00 – 1:00 PM: 0 runs done, 1 failed',
      'Tue, Nov 10, 1:00 – 1:30 PM: no run ended',
    ]);
  });

  it('say in words all that they show', () => {
    expect(plain(barsWords(barsOf(buckets, period), period))).toBe(
      'Tue, Nov 10, 9:30 AM – 1:30 PM, by 1 h. 1,200 runs done, 1 failed. ' +
        'most, 1,200, in Tue, Nov 10, 10:00 – 11:00 AM. failed: 1 in Tue, Nov 10, 12:00 – 1:00 PM',
    );
    const none = buckets.map((bucket) => ({ ...bucket, done: 0, failed: 0 }));
    expect(plain(barsWords(barsOf(none, period), period))).toMatch(/by 1 h\. no run ended$/);
  });

  it('mark the line of time where the clock is round', () => {
    const ticks = ticksOf(period);
    expect(ticks.map(({ word, part }) => [plain(word), part])).toEqual([['12 PM', 0.6]]);
    const hour = { from: at(9, 5), to: at(10, 5), bucketMs: HOUR / 12 };
    expect(ticksOf(hour).map(({ word }) => plain(word))).toEqual([
      '9:15 AM',
      '9:30 AM',
      '9:45 AM',
      '10:00 AM',
    ]);
    const week = { from: at(9) - 7 * 24 * HOUR, to: at(9), bucketMs: 6 * HOUR };
    expect(ticksOf(week).map(({ word }) => word)).toEqual([
      'Wed',
      'Thu',
      'Fri',
      'Sat',
      'Sun',
      'Mon',
      'Tue',
    ]);
  });
});
