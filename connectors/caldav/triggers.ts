import { z } from 'zod';

import { type ActionContext, definePollTrigger, invalidInput } from '#sdk';

import { checked, type DavContext, sendDav } from './dav.ts';
import { calendar, type Entry, entry, SAMPLE_EVENT } from './fields.ts';
import { findProps, isCalendar, listProps } from './find-calendars.ts';
import { type DavItem, readMultistatus, stringOf } from './multistatus.ts';
import { readCalendar } from './read-calendar.ts';
import { escapeXml, getObjects } from './read-events.ts';

/** Where the next look begins: what the server gave, and a time for when that does not help. */
interface Cursor {
  token?: string;
  at: number;
}

// How far the server's clock may be behind ours; what is found twice is told by its key.
const OVERLAP_MS = 300_000;

interface Changes {
  changed: DavItem[];
  deleted: string[];
  cursor: Cursor;
}

/** Starts a flow for what changes in a calendar. */
export const eventChanged = definePollTrigger({
  title: 'Event is new, changed or deleted',
  description: 'Starts for each event or task that is written to or deleted from a calendar.',
  tags: ['calendar', 'appointment', 'created', 'updated', 'deleted', 'todo'],
  everyS: 120,
  input: z.strictObject({
    calendar,
    change: z
      .enum(['any', 'written', 'deleted'])
      .default('any')
      .meta({
        title: 'When it is',
        'x-enumTitles': ['Anything of these', 'New or changed', 'Deleted'],
        'x-order': 2,
      }),
  }),
  payload: entry.extend({ changeKey: z.string(), deleted: z.boolean() }),
  sample: { ...SAMPLE_EVENT, changeKey: '/ada/team/planning.ics "5f1d7a84"', deleted: false },
  key: 'changeKey',
  order: 'asc',
  poll: async (ctx, { cursor: saved }) => {
    const last = saved === undefined ? undefined : (JSON.parse(saved) as Cursor);
    const { changed, deleted, cursor } = await changesSince(ctx, ctx.input.calendar, last);
    if (!last) return { items: [], cursor: JSON.stringify(cursor) };
    const { change } = ctx.input;
    const items = [
      ...(change === 'deleted' ? [] : await writtenItems(ctx, changed)),
      ...(change === 'written' ? [] : deleted.map((href) => deletedItem(href, cursor))),
    ];
    return { items, cursor: JSON.stringify(cursor) };
  },
});

async function writtenItems(
  ctx: ActionContext<{ calendar: string }>,
  changed: DavItem[],
): Promise<unknown[]> {
  const hrefs = changed.map(({ href }) => href);
  const objects = await getObjects(ctx, ctx.input.calendar, hrefs);
  const entries = await readCalendar({ objects }, ctx.signal);
  const sorted = entries.toSorted((a, b) => (a.updated ?? '').localeCompare(b.updated ?? ''));
  return sorted.map((one) => ({ ...one, changeKey: `${one.href} ${one.etag}`, deleted: false }));
}

// The same address may be filled and emptied again, so the key says in which look it was gone.
function deletedItem(href: string, { token }: Cursor): unknown {
  const none: Entry = { href, kind: 'event', attendees: [], categories: [], recurrence: [] };
  return { ...none, changeKey: `${href} deleted ${token}`, deleted: true };
}

async function changesSince(
  ctx: DavContext,
  at: string,
  last: Cursor | undefined,
): Promise<Changes> {
  const now = { ...(await findToken(ctx, at)), at: Date.now() - OVERLAP_MS };
  if (!last) return { changed: [], deleted: [], cursor: now };
  const found = last.token && now.token ? await synchronise(ctx, at, last.token) : undefined;
  if (found) return { ...found, cursor: { ...now, ...found.cursor } };
  return { changed: await changedAfter(ctx, at, last.at), deleted: [], cursor: now };
}

async function findToken(ctx: DavContext, at: string): Promise<Pick<Cursor, 'token'>> {
  const found = await findProps(ctx, at, '<resourcetype/><sync-token/>');
  if (!isCalendar(found)) {
    throw invalidInput('There is no calendar at this address.', {
      hint: 'Choose one from the list.',
      field: 'calendar',
    });
  }
  const token = stringOf(found.props['sync-token']);
  return token ? { token } : {};
}

// RFC 6578. Undefined when the server has forgotten the token.
async function synchronise(
  ctx: DavContext,
  at: string,
  token: string,
): Promise<{ changed: DavItem[]; deleted: string[]; cursor: { token: string } } | undefined> {
  const what = '<sync-level>1</sync-level><prop><getetag/></prop>';
  const body = `<sync-collection xmlns="DAV:"><sync-token>${escapeXml(token)}</sync-token>${what}</sync-collection>`;
  const answer = await sendDav(ctx, { method: 'REPORT', href: at, depth: 0, body });
  if ([403, 409, 412].includes(answer.status)) return undefined;
  const { items, syncToken } = readMultistatus(checked(answer));
  const inside = items.filter(({ href }) => !href.endsWith('/'));
  return {
    changed: inside.filter(({ status }) => status !== 404),
    deleted: inside.filter(({ status }) => status === 404).map(({ href }) => href),
    cursor: { token: syncToken ?? token },
  };
}

// For servers without tokens, and for a token that is too old; nobody can say then what was deleted.
async function changedAfter(ctx: DavContext, at: string, since: number): Promise<DavItem[]> {
  const props = '<resourcetype/><getlastmodified/>';
  const items = await listProps(ctx, at, props);
  const isNew = ({ props: { getlastmodified } }: DavItem): boolean =>
    !(Date.parse(stringOf(getlastmodified) ?? '') < since);
  return items.filter((one) => !isCalendar(one) && isNew(one));
}
