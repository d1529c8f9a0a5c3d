import { entryOf } from './entry-of.ts';
import type { Entry } from './fields.ts';
import type { Component, Event, Ical, Time } from './ical-types.ts';
import type { CalendarObject, ReadJob } from './read-calendar.ts';

type Range = NonNullable<ReadJob['range']>;

/** The events and tasks in documents; those that repeat once for each occurrence in `range`. */
export async function readObjects({ objects, range }: ReadJob): Promise<Entry[]> {
  const { default: ical } = await import('ical.js');
  return objects.flatMap((object) => {
    try {
      return readObject(ical, object, range);
    } catch (error) {
      return [unreadable(object, error)];
    }
  });
}

function readObject(ical: Ical, object: CalendarObject, range: Range | undefined): Entry[] {
  const calendar = new ical.Component(ical.parse(object.data) as unknown[]);
  useZones(ical, calendar);
  const all = calendar.getAllSubcomponents().filter(({ name }) => /^(vevent|vtodo)$/.test(name));
  const master = all.find((one) => !isException(one)) ?? all[0];
  if (!master) throw new Error('it holds neither an event nor a task');
  if (!range) return [entryOf(master, object)];
  const exceptions = all.filter((one) => one !== master && isException(one));
  const event = new ical.Event(master, { exceptions, strictExceptions: true });
  if (!event.isRecurring()) return [entryOf(master, object)];
  return occurrencesOf(event, range).map(({ item, startDate, endDate, recurrenceId }) =>
    entryOf(item.component, object, {
      start: startDate,
      end: endDate,
      occurrence: recurrenceId.toString(),
    }),
  );
}

function isException(one: Component): boolean {
  return one.hasProperty('recurrence-id');
}

function occurrencesOf(
  event: Event,
  { from, to, most }: Range,
): ReturnType<Event['getOccurrenceDetails']>[] {
  const found: ReturnType<Event['getOccurrenceDetails']>[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next() as Time | null; next; next = iterator.next() as Time | null) {
    const one = event.getOccurrenceDetails(next);
    if (next.toJSDate().getTime() >= to || found.length >= most) return found;
    const [starts, ends] = [one.startDate, one.endDate].map((time) => time.toJSDate().getTime());
    if ((ends ?? 0) > from && (starts ?? 0) < to) found.push(one);
  }
  return found;
}

// Zones that documents describe are kept by the library for all of them; each may mean another one.
function useZones(ical: Ical, calendar: Component): void {
  ical.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ical.TimezoneService.register(zone);
}

function unreadable({ href, etag }: CalendarObject, error: unknown): Entry {
  const why = error instanceof Error ? error.message : 'it is not iCalendar';
  const none = { attendees: [], categories: [], recurrence: [] };
  return { href, etag, kind: 'event', ...none, unreadable: why.slice(0, 300) };
}
