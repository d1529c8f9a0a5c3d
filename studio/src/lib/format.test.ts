import { describe, expect, it } from 'vitest';

import { count, formatAgo, formatBytes, formatDuration, formatNumber } from './format.ts';

describe('numbers and times in words', () => {
  it('puts separators into big numbers and a noun after a count', () => {
    expect(formatNumber(1234567)).toBe('1,234,567');
    expect([count(1, 'run'), count(2000, 'run')]).toEqual(['1 run', '2,000 runs']);
  });

  it('gives every length of time its unit', () => {
    const lengths = [0, 0.44, 83, 4200, 42_000, 185_000, 7_800_000, 273_600_000];
    expect(lengths.map(formatDuration)).toEqual([
      '0 ms',
      '0.4 ms',
      '83 ms',
      '4.2 s',
      '42 s',
      '3 min 5 s',
      '2 h 10 min',
      '3 d 4 h',
    ]);
  });

  it('says how long ago something was, or in how long it will be', () => {
    const now = Date.UTC(2026, 5, 15, 12);
    expect(formatAgo(now - 1000, now)).toBe('just now');
    expect(formatAgo(now - 12_000, now)).toBe('12 s ago');
    expect(formatAgo(now + 300_000, now)).toBe('in 5 min');
    expect(formatAgo(now - 40 * 86_400_000, now)).toBe('May 6');
  });

  it('says bytes in the largest unit that fits', () => {
    expect([512, 12_400, 3_400_000].map(formatBytes)).toEqual(['512 B', '12 kB', '3.4 MB']);
  });
});
