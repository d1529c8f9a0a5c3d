import { createHash } from 'node:crypto';

import { type ActionContext, type HttpResponse, invalidInput } from '#sdk';

import { callDav, checked, type DavContext, pathOf, sendDav } from './dav.ts';
import { findProps } from './find-calendars.ts';
import type { Component } from './ical-types.ts';
import { stringOf } from './multistatus.ts';
import { getObject } from './read-events.ts';

/** What was written. */
export interface Written {
  href: string;
  etag?: string;
  id: string;
}

type Fill = (component: Component) => Promise<void>;
type Kind = 'vevent' | 'vtodo';

const PRODUCT = '-//Patchbay//CalDAV 1.0//EN';

/**
 * Adds an event or task to a calendar. Its id comes from the step, so that a second attempt finds
 * what the first one wrote in place of writing it again.
 */
export async function addObject(
  ctx: ActionContext,
  { calendar, kind }: { calendar: string; kind: Kind },
  fill: Fill,
): Promise<Written> {
  const id = createHash('sha256')
    .update(`${ctx.idempotencyKey} ${calendar}`)
    .digest('hex')
    .slice(0, 32);
  const data = await newObject(kind, id, fill);
  const href = `${calendar.replace(/\/*$/, '/')}${id}.ics`;
  const answer = await put(ctx, href, { data, headers: { 'If-None-Match': '*' } });
  if (answer.status !== 412) checked(answer);
  return written(ctx, { href, id, answer });
}

/** Changes an event or task and leaves alone what `fill` does not touch. */
export async function changeObject(
  ctx: DavContext,
  { href, etag }: { href: string; etag?: string },
  fill: Fill,
): Promise<Written> {
  const { default: ical } = await import('ical.js');
  const found = await getObject(ctx, href);
  const calendar = new ical.Component(ical.parse(found.data) as unknown[]);
  const all = calendar.getAllSubcomponents().filter(({ name }) => /^(vevent|vtodo)$/.test(name));
  const master = all.find((one) => !one.hasProperty('recurrence-id')) ?? all[0];
  if (!master) throw notAnEvent();
  await fill(master);
  const sequence = Number(master.getFirstPropertyValue('sequence') ?? 0);
  master.updatePropertyWithValue('sequence', sequence + 1);
  const now = ical.Time.fromJSDate(new Date(), true);
  for (const name of ['dtstamp', 'last-modified']) master.updatePropertyWithValue(name, now);
  const headers = ifMatch(etag ?? found.etag);
  const answer = checked(await put(ctx, href, { data: calendar.toString(), headers }));
  return written(ctx, { href, id: String(master.getFirstPropertyValue('uid') ?? ''), answer });
}

/** Deletes an event or task; a calendar itself is refused. */
export async function deleteObject(
  ctx: DavContext,
  { href, etag }: { href: string; etag?: string },
): Promise<void> {
  // Without a look first, the address of a calendar would take the whole of it away.
  const { props } = await findProps(ctx, href, '<resourcetype/><getetag/>');
  if (isFilled(props.resourcetype)) {
    throw invalidInput('This is the address of a calendar, not of an event.', {
      hint: 'Take the address (href) from a step that lists events.',
      field: 'href',
    });
  }
  const headers = ifMatch(etag ?? stringOf(props.getetag));
  await callDav(ctx, { method: 'DELETE', href, headers });
}

async function newObject(kind: Kind, id: string, fill: Fill): Promise<string> {
  const { default: ical } = await import('ical.js');
  const calendar = new ical.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', PRODUCT);
  const component = new ical.Component(kind);
  calendar.addSubcomponent(component);
  component.addPropertyWithValue('uid', id);
  const now = ical.Time.fromJSDate(new Date(), true);
  for (const name of ['dtstamp', 'created']) component.addPropertyWithValue(name, now);
  await fill(component);
  return calendar.toString();
}

function put(
  ctx: DavContext,
  href: string,
  { data, headers }: { data: string; headers: Record<string, string> },
): Promise<HttpResponse> {
  const type = { 'Content-Type': 'text/calendar; charset=utf-8' };
  return sendDav(ctx, {
    method: 'PUT',
    href,
    body: `${data}\r\n`,
    headers: { ...type, ...headers },
  });
}

// A server that changes what it is given says no etag; the one to go on with is what it says then.
async function written(
  ctx: DavContext,
  { href, id, answer }: { href: string; id: string; answer: HttpResponse },
): Promise<Written> {
  const said = answer.status === 412 ? undefined : answer.headers.etag;
  const etag = said ?? stringOf((await findProps(ctx, href, '<getetag/>')).props.getetag);
  return { href: pathOf(href, answer.url), etag, id };
}

function ifMatch(etag: string | undefined): Record<string, string> {
  return etag === undefined ? {} : { 'If-Match': etag };
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function notAnEvent(): Error {
  return invalidInput('There is neither an event nor a task at this address.', {
    hint: 'Take the address (href) from a step that lists events.',
    field: 'href',
  });
}
