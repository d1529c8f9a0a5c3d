import { isObject } from '@patchbay/shared/base';

import { type ActionContext, type Poll, type PollResult, sendPages, textOf } from '#sdk';

import { pages } from './fields.ts';

const MOST = 500;

/**
 * Pages of a database that were created or edited since the last look, oldest first, each with
 * `changeKey`: its id, for edits with their time. Notion rounds times down to the minute, so a look
 * takes in the last minute of the one before; the keys sort that out.
 */
export async function editedPages(
  ctx: ActionContext<{ data_source_id: string }>,
  { cursor, manifest }: Parameters<Poll>[1],
  timestamp: 'created_time' | 'last_edited_time',
): Promise<PollResult> {
  const now = new Date().toISOString();
  if (cursor === undefined) return { items: [], cursor: now };
  const since = `${cursor.slice(0, 'yyyy-mm-ddThh:mm'.length)}:00.000Z`;
  const found = await sendPages(
    manifest,
    {
      http: {
        method: 'POST',
        path: '/data_sources/{data_source_id}/query',
        body: {
          type: 'json',
          fixed: {
            filter: { timestamp, [timestamp]: { on_or_after: since } },
            sorts: [{ timestamp, direction: 'ascending' }],
          },
        },
      },
      paginate: { ...pages, inBody: true },
      most: MOST,
    },
    ctx,
  );
  const items = found.filter(isObject).map((page) => {
    const edited = timestamp === 'last_edited_time' ? ` ${textOf(page.last_edited_time)}` : '';
    return { ...page, changeKey: `${textOf(page.id)}${edited}` };
  });
  // A full look has not seen the end: the next goes on from its last page.
  const last = items.at(-1) as Record<string, unknown> | undefined;
  return { items, cursor: items.length < MOST ? now : textOf(last?.[timestamp]) };
}
