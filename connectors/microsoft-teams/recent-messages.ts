import { z } from 'zod';

import { type ActionContext, type Poll, type PollResult, sendPages } from '#sdk';

const MOST = 10_000;
/** Messages can reach the list a little late, so a look begins before the last one ended. */
const OVERLAP_MS = 60_000;

const listed = z.looseObject({
  id: z.string(),
  createdDateTime: z.string(),
  messageType: z.string().optional(),
});

/**
 * Messages that people wrote since the last look, oldest first. Graph filters by the time of the last
 * change alone, which an edit or a reaction moves: those are left out here.
 */
export async function recentMessages(
  ctx: ActionContext,
  { cursor, manifest }: Parameters<Poll>[1],
  { path, query }: { path: string; query: Record<string, string> },
): Promise<PollResult> {
  const now = new Date().toISOString();
  if (cursor === undefined) return { items: [], cursor: now };
  const since = new Date(Date.parse(cursor) - OVERLAP_MS).toISOString();
  const $filter = `lastModifiedDateTime gt ${since}`;
  const found = await sendPages(
    manifest,
    {
      http: { method: 'GET', path, query: { $top: '50', ...query, $filter } },
      paginate: { by: 'nextUrl', path: '@odata.nextLink', items: 'value' },
      most: MOST,
    },
    ctx,
  );
  const items = z
    .array(listed)
    .parse(found)
    .filter(({ createdDateTime }) => Date.parse(createdDateTime) > Date.parse(since))
    .filter(({ messageType = 'message' }) => messageType === 'message')
    .toSorted((a, b) => Date.parse(a.createdDateTime) - Date.parse(b.createdDateTime));
  return { items, cursor: now };
}
