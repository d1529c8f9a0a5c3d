import { isObject } from '@patchbay/shared/base';

import { type HttpResponse, rejected, textOf } from '#sdk';

import { callDav, checked, type DavContext, sendDav } from './dav.ts';
import { type DavItem, hrefOf, readMultistatus, stringOf } from './multistatus.ts';

/** A calendar of the account. */
export interface Calendar {
  href: string;
  name: string;
  description?: string;
  color?: string;
  /** What it takes: VEVENT, VTODO, VJOURNAL. */
  components: string[];
}

const PROPFIND = (props: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" xmlns:A="http://apple.com/ns/ical/"><prop>${props}</prop></propfind>`;
const WHERE = PROPFIND('<resourcetype/><current-user-principal/><C:calendar-home-set/>');
const WHAT =
  '<resourcetype/><displayname/><C:calendar-description/><A:calendar-color/><C:supported-calendar-component-set/>';

/** All calendars of the account, wherever in the server the connection's address points. */
export async function findCalendars(ctx: DavContext): Promise<Calendar[]> {
  const home = await findHome(ctx);
  const found = await listProps(ctx, home, WHAT);
  return found.filter(isCalendar).map(calendarOf);
}

/** Properties of a collection and of all that is directly in it, as `<getetag/>`. */
export async function listProps(ctx: DavContext, href: string, props: string): Promise<DavItem[]> {
  const body = PROPFIND(props);
  return readMultistatus(await callDav(ctx, { method: 'PROPFIND', href, depth: 1, body })).items;
}

/** Properties of one thing on the server, as `<displayname/>`. */
export async function findProps(ctx: DavContext, href: string, props: string): Promise<DavItem> {
  const body = PROPFIND(props);
  const answer = await callDav(ctx, { method: 'PROPFIND', href, depth: 0, body });
  return readMultistatus(answer).items[0] ?? { href, props: {} };
}

/** True for a calendar, false for what is in it. */
export function isCalendar({ props }: DavItem): boolean {
  return isObject(props.resourcetype) && 'calendar' in props.resourcetype;
}

// RFC 6764: the address itself may tell, else the well-known one; who signs in has a principal, and
// that has a home of calendars.
async function findHome(ctx: DavContext): Promise<string> {
  const base = textOf(ctx.config.baseUrl);
  const found = (await lookAt(ctx, base)) ?? (await lookAt(ctx, '/.well-known/caldav'));
  if (found) return found;
  throw rejected('There are no calendars at the address of the connection.', {
    hint: 'Give the address that the provider names for CalDAV; it often ends with /dav/ or /caldav/.',
  });
}

async function lookAt(ctx: DavContext, href: string): Promise<string | undefined> {
  const answer = await sendDav(ctx, { method: 'PROPFIND', href, depth: 0, body: WHERE });
  if (isElsewhere(answer)) return undefined;
  const [first] = readMultistatus(checked(answer)).items;
  if (!first) return undefined;
  if (isCalendar(first)) return first.href;
  const home = hrefOf(first.props['calendar-home-set']);
  const principal = hrefOf(first.props['current-user-principal']);
  if (home || !principal) return home;
  const { props } = await findProps(ctx, principal, '<C:calendar-home-set/>');
  return hrefOf(props['calendar-home-set']);
}

// A web server in front of it answers so; the other place may still know.
function isElsewhere({ status }: HttpResponse): boolean {
  return status === 404 || status === 405 || (status >= 200 && status < 400 && status !== 207);
}

function calendarOf({ href, props }: DavItem): Calendar {
  const set = props['supported-calendar-component-set'];
  const comps = isObject(set) && Array.isArray(set.comp) ? (set.comp as unknown[]) : [];
  const names = comps.map((one) => (isObject(one) ? textOf(one['@name'] ?? '') : ''));
  const description = stringOf(props['calendar-description']);
  const color = stringOf(props['calendar-color']);
  return {
    href,
    name: stringOf(props.displayname) ?? href,
    ...(description && { description }),
    ...(color && { color }),
    // A server that says nothing takes everything.
    components: names.length > 0 ? names : ['VEVENT', 'VTODO'],
  };
}
