import { describe, expect, it } from 'vitest';

import { writeValue } from './value-types.ts';

describe('writeValue', () => {
  it.each([
    ['2026-11-23T10:00:00Z', 'datetime', '2026-11-23 10:00:00'],
    ['2026-11-23T10:00:00.123456+02:00', 'datetime(6)', '2026-11-23 08:00:00.123456'],
    ['2026-11-23 10:00:00', 'datetime', '2026-11-23 10:00:00'],
    ['not a time', 'timestamp', 'not a time'],
    ['2026-11-23', 'date', '2026-11-23'],
    [{ a: 1 }, 'json', '{"a":1}'],
    ['text', 'json', '"text"'],
    [[1, 2], 'longtext', '[1,2]'],
    [true, 'tinyint(1)', true],
    [12, 'int(11)', 12],
    [null, 'json', null],
    [undefined, 'int', null],
    ['aGk=', 'longblob', Buffer.from('hi')],
    ['aGk=', 'varbinary(20)', Buffer.from('hi')],
    ['aGk=', 'varchar(20)', 'aGk='],
  ])('writes %j into a column %s as %j', (value, type, written) => {
    expect(writeValue(value, type)).toEqual(written);
  });
});
