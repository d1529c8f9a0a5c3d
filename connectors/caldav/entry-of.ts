import type { Entry, Moment } from './fields.ts';
import type { Component, Property, Time } from './ical-types.ts';

/** An event or task of iCalendar in plain words. */
export function entryOf(
  component: Component,
  { href, etag }: Pick<Entry, 'href' | 'etag'>,
  times: { start?: Time; end?: Time; occurrence?: string } = {},
): Entry {
  const say = (name: string): string | undefined => textOf(component.getFirstProperty(name));
  const momentAt = (name: string): Moment | undefined =>
    momentOf(component.getFirstPropertyValue(name) as Time | null);
  const organizer = component.getFirstProperty('organizer');
  return {
    href,
    etag,
    id: say('uid'),
    kind: component.name === 'vtodo' ? 'task' : 'event',
    title: say('summary'),
    description: say('description'),
    location: say('location'),
    start: momentOf(times.start) ?? momentAt('dtstart'),
    end: momentOf(times.end) ?? momentAt('dtend'),
    due: momentAt('due'),
    completed: momentAt('completed'),
    status: say('status'),
    organizer: organizer ? personOf(organizer) : undefined,
    attendees: component.getAllProperties('attendee').map(personOf),
    categories: component
      .getAllProperties('categories')
      .flatMap((one) => one.getValues())
      .map(String),
    recurrence: component.getAllProperties('rrule').map((one) => `RRULE:${textOf(one)}`),
    occurrence: times.occurrence ?? say('recurrence-id'),
    url: say('url'),
    created: momentAt('created')?.dateTime,
    updated: (momentAt('last-modified') ?? momentAt('dtstamp'))?.dateTime,
  };
}

function textOf(property: Property | null): string | undefined {
  const value = property?.getFirstValue() as { toString(): string } | string | null | undefined;
  return value === null || value === undefined || value === '' ? undefined : value.toString();
}

function personOf(property: Property): Entry['attendees'][number] {
  const parameter = (name: string): string | undefined => property.getFirstParameter(name);
  return {
    email: textOf(property)?.replace(/^mailto:/i, ''),
    name: parameter('cn'),
    status: parameter('partstat'),
  };
}

// A time whose zone the document does not describe is given as it stands, without an offset.
function momentOf(time: Time | null | undefined): Moment | undefined {
  if (!time) return undefined;
  if (time.isDate) return { date: time.toString() };
  const zone = time.zone?.tzid;
  const local = time.toString().replace(/Z$/, '');
  if (zone === 'UTC') return { dateTime: `${local}Z` };
  if (!zone || zone === 'floating') return { dateTime: local };
  return { dateTime: `${local}${offsetText(time.utcOffset())}`, timeZone: zone };
}

function offsetText(seconds: number): string {
  const minutes = Math.abs(Math.round(seconds / 60));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${seconds < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
