import { isObject } from '@patchbay/shared/base';

import { type ActionContext, type Poll, type PollResult, sendPages, textOf } from '#sdk';

import { FIRST_PAGE, pages } from './fields.ts';

/** Records that Xero can list by their time of change. */
export interface Changeable {
  path: string;
  /** Where the list stands in the answer. */
  items: string;
  /** The field that holds the id. */
  id: string;
  where?: string;
}

/** A look that finds more goes on where it ended; the rest waits for the next. */
const MOST = 1000;

/**
 * Records changed since the last look, oldest first, each with `changeKey` (its id and time of
 * change: the same record counts again when it changes again) and `ChangedAt` in ISO.
 */
export async function changedRecords(
  ctx: ActionContext,
  { cursor, manifest }: Parameters<Poll>[1],
  { path, items, id, where }: Changeable,
): Promise<PollResult> {
  if (cursor === undefined) return { items: [], cursor: new Date().toISOString() };
  const found = await sendPages(
    manifest,
    {
      http: {
        method: 'GET',
        path,
        headers: { 'If-Modified-Since': cursor.slice(0, 'yyyy-mm-ddThh:mm:ss'.length) },
        query: { ...FIRST_PAGE, order: 'UpdatedDateUTC ASC', where: where ?? '' },
      },
      paginate: pages(items),
      most: MOST,
    },
    { ...ctx, input: {} },
  );
  const marked = found.filter(isObject).map((record) => {
    const ChangedAt = isoTime(record.UpdatedDateUTC);
    return { ...record, ChangedAt, changeKey: `${textOf(record[id])} ${ChangedAt}` };
  });
  return { items: marked, cursor: marked.at(-1)?.ChangedAt ?? cursor };
}

/** `/Date(1767225600000+0000)/`, the only form of this time in Xero's JSON, as ISO. */
function isoTime(text: unknown): string {
  const ms = /\((\d+)/.exec(String(text))?.[1];
  return new Date(Number(ms ?? 0)).toISOString();
}
