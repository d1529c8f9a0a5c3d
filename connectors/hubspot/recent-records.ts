import { isObject } from '@patchbay/shared/base';

import { type ActionContext, type Poll, type PollResult, sendPages, textOf } from '#sdk';

import { pages } from './fields.ts';

const MOST = 500;
/** New records reach the search a little late, so a look begins before the last one ended. */
const OVERLAP_MS = 60_000;

/** What a trigger of this family asks the person. */
export interface Looked {
  objectType: 'contacts' | 'companies' | 'deals' | 'tickets';
  properties?: string[];
}

/**
 * Records that were created or changed since the last look, oldest first, each with `changeKey`: its
 * id, for changes with their time.
 */
export async function recentRecords(
  ctx: ActionContext<Looked>,
  { cursor, manifest }: Parameters<Poll>[1],
  what: 'created' | 'changed',
): Promise<PollResult> {
  const now = new Date();
  if (cursor === undefined) return { items: [], cursor: now.toISOString() };
  const { objectType, properties } = ctx.input;
  const propertyName = what === 'created' ? 'createdate' : modified(objectType);
  const value = String(Date.parse(cursor) - OVERLAP_MS);
  const found = await sendPages(
    manifest,
    {
      http: { method: 'POST', path: '/crm/v3/objects/{objectType}/search' },
      paginate: { ...pages, inBody: true },
      most: MOST,
    },
    {
      ...ctx,
      input: {
        objectType,
        filterGroups: [{ filters: [{ propertyName, operator: 'GTE', value }] }],
        sorts: [{ propertyName, direction: 'ASCENDING' }],
        properties,
      },
    },
  );
  const items = found.filter(isObject).map((record) => {
    const changed = what === 'changed' ? ` ${textOf(record.updatedAt)}` : '';
    return { ...record, changeKey: `${textOf(record.id)}${changed}` };
  });
  // A full look has not seen the end: the next goes on from its last record.
  const last = items.at(-1) as Record<string, unknown> | undefined;
  const end = what === 'created' ? last?.createdAt : last?.updatedAt;
  return { items, cursor: items.length < MOST ? now.toISOString() : textOf(end) };
}

// Only contacts have the time of their change under the old name.
function modified(objectType: Looked['objectType']): string {
  return objectType === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate';
}
