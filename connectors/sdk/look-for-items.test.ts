import { describe, expect, it } from 'vitest';

import { writeCursor } from './look-for-items.ts';

const at = { path: 'at', param: 'since' };

describe('a saved cursor', () => {
  it.each([
    ['text', undefined, '  7a ', '  7a '],
    ['iso', undefined, '2026-11-24T10:00:00+02:00', '2026-11-24T08:00:00.000Z'],
    ['iso', 60, '2026-11-24T10:00:30Z', '2026-11-24T09:59:30.000Z'],
    ['iso', undefined, 'Tue, 24 Nov 2026 10:00:00 +0000', '2026-11-24T10:00:00.000Z'],
    ['iso', undefined, '1795514400', '2026-11-24T10:00:00.000Z'],
    ['unix', undefined, '2026-11-24T10:00:00.900Z', '1795514400'],
    ['unix', 10, '1795514400', '1795514390'],
    ['unixMs', undefined, '1795514400', '1795514400000'],
    ['unixMs', 1, '1795514400123', '1795514399123'],
  ] as const)('is written as %s, %s seconds before %s', (format, overlapS, saved, written) => {
    expect(writeCursor({ ...at, format, overlapS }, saved)).toBe(written);
  });

  it('stands where the template says, whatever signs it holds', () => {
    const template = 'made gt {value} or changed gt {value}';
    expect(writeCursor({ ...at, format: 'text', template }, '$&')).toBe(
      'made gt $& or changed gt $&',
    );
  });

  it('that should be a time and is none is refused in words', () => {
    expect(() => writeCursor({ ...at, format: 'iso' }, 'yesterday')).toThrow('is no time');
  });
});
