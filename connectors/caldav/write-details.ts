import { invalidInput } from '#sdk';

import type { Component, Ical } from './ical-types.ts';

/** What of an event or task is set; what is undefined stays as it is, an empty text takes it away. */
export interface Details {
  title?: string;
  description?: string;
  location?: string;
  url?: string;
  status?: string;
  categories?: string[];
  attendees?: string[];
  recurrence?: string[];
}

const TEXTS = {
  title: 'summary',
  description: 'description',
  location: 'location',
  url: 'url',
  status: 'status',
} as const;

/** Sets what is given, and leaves everything else in the component as it is. */
export async function writeDetails(component: Component, details: Details): Promise<void> {
  const { default: ical } = await import('ical.js');
  for (const [field, name] of Object.entries(TEXTS)) {
    const value = details[field as keyof typeof TEXTS];
    if (value === undefined) continue;
    component.removeAllProperties(name);
    if (value !== '') component.addPropertyWithValue(name, value);
  }
  if (details.categories) {
    component.removeAllProperties('categories');
    const property = new ical.Property('categories');
    property.setValues(details.categories);
    if (details.categories.length > 0) component.addProperty(property);
  }
  if (details.attendees) writeGuests(component, details.attendees);
  if (!details.recurrence) return;
  component.removeAllProperties('rrule');
  for (const rule of details.recurrence) {
    component.addPropertyWithValue('rrule', ruleOf(ical, rule));
  }
}

// Who stays keeps what the calendar knows of him: the name, and whether he has accepted.
function writeGuests(component: Component, emails: string[]): void {
  const wanted = new Set(emails.map((email) => `mailto:${email}`.toLowerCase()));
  for (const known of component.getAllProperties('attendee')) {
    const address = String(known.getFirstValue()).toLowerCase();
    if (!wanted.delete(address)) component.removeProperty(known);
  }
  for (const address of wanted) {
    const property = component.addPropertyWithValue('attendee', address);
    property.setParameter('partstat', 'NEEDS-ACTION');
    property.setParameter('rsvp', 'TRUE');
  }
}

function ruleOf(ical: Ical, rule: string): unknown {
  try {
    return ical.Recur.fromString(rule.replace(/^RRULE:/i, ''));
  } catch (error) {
    throw invalidInput(`"${rule.slice(0, 100)}" is not a rule of iCalendar.`, {
      hint: 'Write it as RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=10.',
      field: 'recurrence',
      details: { says: error instanceof Error ? error.message : '' },
    });
  }
}
