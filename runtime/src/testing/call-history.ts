import type { CallRecord } from '@patchbay/shared/testing';

import type { Query } from '#db';
import type { Ctx } from '#http';

const SHOWN = 30;
/** Calls of one action on one connection that are kept. */
const KEPT = 50;
const BODY_CHARS = 16 * 1024;

/** Keeps a call and drops the oldest beyond the bound. */
export async function keepCall(query: Query, project: string, record: CallRecord): Promise<void> {
  const exchanges = record.exchanges.map((exchange) => ({
    ...exchange,
    body: exchange.body?.slice(0, BODY_CHARS),
    answer: exchange.answer && {
      ...exchange.answer,
      body: exchange.answer.body?.slice(0, BODY_CHARS),
    },
  }));
  const { id, connector, action, connection } = record;
  await query(
    'insert into console_call (id, project_id, connection_id, connector, action, body) values (?, ?, ?, ?, ?, ?)',
    [id, project, connection ?? null, connector, action, JSON.stringify({ ...record, exchanges })],
  );
  const calls = [project, connector, action, connection ?? ''];
  await query(
    `delete from console_call where project_id = ? and connector = ? and action = ?
     and coalesce(connection_id, '') = ? and id <= coalesce((select id from console_call
       where project_id = ? and connector = ? and action = ? and coalesce(connection_id, '') = ? order by id desc limit 1 offset ?), '')`,
    [...calls, ...calls, KEPT],
  );
}

/** The last calls in the project, newest first; without those on connections of other people alone. */
export async function listCalls(
  { query, actor, project }: Pick<Ctx, 'query' | 'actor' | 'project'>,
  { connection, connector, action }: { connection?: string; connector?: string; action?: string },
): Promise<CallRecord[]> {
  const tests: [string, string | undefined][] = [
    ['connection_id = ?', connection],
    ['connector = ?', connector],
    ['action = ?', action],
  ];
  const asked = tests.filter(([, value]) => value !== undefined && value !== '');
  const rows = await query<{ body: string }>(
    `select call.body from console_call call left join connection c on c.id = call.connection_id
     where call.project_id = ? and (c.id is null or c.scope <> 'personal' or c.owner_id = ?)
     ${asked.map(([test]) => `and call.${test}`).join(' ')} order by call.id desc limit ?`,
    [project, actor.id, ...asked.map(([, value]) => value), SHOWN],
  );
  return rows.map(({ body }) => JSON.parse(body) as CallRecord);
}
