import { invalidInput } from '#sdk';

import type { Moment } from './fields.ts';
import type { Component, Ical, Time } from './ical-types.ts';

/** Sets a time of an event or task, and brings the description of its zone into the document. */
export async function writeTime(
  component: Component,
  name: 'dtstart' | 'dtend' | 'due',
  moment: Moment,
): Promise<void> {
  const { default: ical } = await import('ical.js');
  const zone = moment.timeZone && moment.dateTime ? await zoneOf(ical, moment.timeZone) : undefined;
  component.removeAllProperties(name);
  const property = component.addPropertyWithValue(name, timeOf(ical, moment, { name, zone }));
  if (!zone) return;
  property.setParameter('tzid', zone.getFirstPropertyValue('tzid') as string);
  const calendar = component.parent;
  const described = calendar.getAllSubcomponents('vtimezone');
  const tzid = zone.getFirstPropertyValue('tzid');
  if (!described.some((one) => one.getFirstPropertyValue('tzid') === tzid)) {
    calendar.addSubcomponent(zone);
  }
}

/** Throws when an event ends before it begins, or has one end in days and one in hours. */
export function checkTimes(component: Component): void {
  const start = component.getFirstPropertyValue('dtstart') as Time | null;
  const end = component.getFirstPropertyValue('dtend') as Time | null;
  if (!start || !end) return;
  if (start.isDate !== end.isDate) {
    throw invalidInput('One end of the event is a day and the other a time.', {
      hint: 'Give both as a day, or both as a date with time.',
      field: 'end',
    });
  }
  const [from, to] = [start, end].map((time) => time.toJSDate().getTime());
  const empty = start.isDate && from === to;
  if ((to ?? 0) >= (from ?? 0) && !empty) return;
  throw invalidInput('The event ends before it begins.', {
    hint: 'Correct the times; a whole day ends on the day after.',
    field: 'end',
  });
}

function timeOf(
  ical: Ical,
  { date, dateTime }: Moment,
  { name, zone }: { name: string; zone: Component | undefined },
): Time {
  if (date && !dateTime) return ical.Time.fromDateString(date);
  if (!dateTime || date) {
    const hint = 'Fill in either a day or a date with time.';
    throw invalidInput('A time is missing.', { hint, field: name === 'dtstart' ? 'start' : 'end' });
  }
  const utc = ical.Timezone.utcTimezone;
  const local = !/(Z|[+-]\d\d:?\d\d)$/i.test(dateTime);
  const target = zone ? new ical.Timezone(zone) : undefined;
  if (local) {
    const time = ical.Time.fromDateTimeString(
      dateTime.length === 16 ? `${dateTime}:00` : dateTime.slice(0, 19),
    );
    if (target) time.zone = target;
    return time;
  }
  const time = ical.Time.fromJSDate(new Date(dateTime), true);
  time.zone = utc;
  return target ? time.convertToZone(target) : time;
}

async function zoneOf(ical: Ical, name: string): Promise<Component> {
  const { tzlib_get_ical_block: describe } = await import('timezones-ical-library');
  const found = describe(name);
  if (Array.isArray(found)) return new ical.Component(ical.parse(found[0] ?? '') as unknown[]);
  throw invalidInput(`"${name.slice(0, 60)}" is not a time zone.`, {
    hint: 'Use a name such as Europe/Berlin or America/New_York.',
    field: 'start',
  });
}
