import { isObject } from '@patchbay/shared/base';

import { type ActionContext, type Poll, type PollResult, sendPages, textOf, valueAt } from '#sdk';

const MOST = 500;

/**
 * Issues whose `created` or `updated` lies after the last look, oldest first, each with `changeKey`:
 * its id, for changes with their time. JQL knows minutes only and reads dates in the zone of the
 * account, so the time is given as minutes before now, a little too many; the keys sort that out.
 */
export async function recentIssues(
  ctx: ActionContext<{ jql?: string }>,
  { cursor, manifest }: Parameters<Poll>[1],
  field: 'created' | 'updated',
): Promise<PollResult> {
  const now = new Date();
  if (cursor === undefined) return { items: [], cursor: now.toISOString() };
  const minutes = Math.ceil((now.getTime() - Date.parse(cursor)) / 60_000) + 1;
  const narrowed = ctx.input.jql ? `(${ctx.input.jql}) AND ` : '';
  const jql = `${narrowed}${field} >= "-${minutes}m" ORDER BY ${field} ASC`;
  const found = await sendPages(
    manifest,
    {
      http: { method: 'GET', path: '/search/jql', query: { jql, fields: '*navigable' } },
      paginate: {
        by: 'cursor',
        items: 'issues',
        next: 'nextPageToken',
        param: 'nextPageToken',
        size: { param: 'maxResults', most: 100 },
      },
      most: MOST,
    },
    { ...ctx, input: {} },
  );
  const items = found.filter(isObject).map((issue) => {
    const at = textOf(valueAt(issue, `fields.${field}`) ?? '');
    const id = textOf(issue.id);
    return { ...issue, changeKey: field === 'created' ? id : `${id} ${at}` };
  });
  // A full look has not seen the end: the next goes on from its last issue.
  const last = items.length < MOST ? now : new Date(timeOf(items.at(-1), field));
  return { items, cursor: last.toISOString() };
}

function timeOf(issue: unknown, field: string): string {
  return textOf(valueAt(issue, `fields.${field}`) ?? '');
}
