import { DateTime, type DateTimeUnit, type DurationLikeObject } from 'luxon';

import { FunctionError } from './function-error.ts';

const UNITS = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'millisecond',
];

function unitOf(name: string): DateTimeUnit {
  const unit = name.replace(/s$/, '');
  if (UNITS.includes(unit)) return unit as DateTimeUnit;
  throw new FunctionError(`"${name}" is no unit of time: take one of ${UNITS.join(', ')}`);
}

function checked(date: DateTime, what: string): DateTime<true> {
  if (date.isValid) return date as DateTime<true>;
  throw new FunctionError(
    `"${what.slice(0, 60)}" is no date: ${date.invalidExplanation ?? date.invalidReason}`,
  );
}

/** An ISO date, or milliseconds since 1970, in a zone; without one in its own, else in UTC. */
function read(date: string | number, zone?: string): DateTime<true> {
  const inZone = { zone: zone ?? 'utc' };
  const found =
    typeof date === 'number'
      ? DateTime.fromMillis(date, inZone)
      : DateTime.fromISO(date, zone === undefined ? { setZone: true, zone: 'utc' } : inZone);
  return checked(found, String(date));
}

function isoOf(date: DateTime<true>): string {
  return date.toISO({ suppressMilliseconds: true });
}

export const dateFunctions = {
  dateParse: (text: string, format: string, zone = 'utc', locale = 'en') => {
    const options = { zone, locale, setZone: true };
    return isoOf(checked(DateTime.fromFormat(text, format, options), text));
  },
  dateFormat: (date: string | number, format: string, zone?: string, locale = 'en') =>
    read(date, zone).setLocale(locale).toFormat(format),
  dateZone: (date: string | number, zone: string) => isoOf(read(date, zone)),
  dateAdd: (date: string | number, amount: number, unit: string, zone?: string) => {
    const step: DurationLikeObject = { [`${unitOf(unit)}s`]: amount };
    return isoOf(checked(read(date, zone).plus(step), String(date)));
  },
  dateDiff: (from: string | number, to: string | number, unit: string, zone?: string) => {
    const name = unitOf(unit);
    return read(to, zone).diff(read(from, zone), name).as(name);
  },
  dateStart: (date: string | number, unit: string, zone?: string) =>
    isoOf(read(date, zone).startOf(unitOf(unit))),
  dateEnd: (date: string | number, unit: string, zone?: string) =>
    read(date, zone).endOf(unitOf(unit)).toISO(),
};
