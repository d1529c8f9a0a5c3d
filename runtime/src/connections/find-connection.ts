import { fail } from '@patchbay/shared/base';
import type { Connection } from '@patchbay/shared/connections';

import type { Query } from '#db';
import type { Ctx } from '#http';

import { EXPIRING_MS } from './connection-record.ts';
import { ConnectionEntity, CredentialEntity, type ConnectionRow } from './connection.entity.ts';

type Reader = Pick<Ctx, 'em' | 'query' | 'clock'>;
const DAY_MS = 86_400_000;

/** The row of a connection that the actor may see, or a `not_found` in words. */
export async function findConnection(
  { em, actor, project }: Pick<Ctx, 'em' | 'actor' | 'project'>,
  id: string,
): Promise<ConnectionRow> {
  const row = await em.findOne(ConnectionEntity, { id });
  if (row && maySee(row, { actor, project })) return row;
  return fail(
    'not_found',
    'There is no such connection.',
    'It may have been deleted, or be somebody’s own: look at the list of connections.',
  );
}

/** Who wants to use a connection, and in which project. */
export interface ConnectionUser {
  actor: { id: string };
  project: string;
}

/** Why a connection can't be used, after its name, and what to do; undefined when it can. */
export interface ConnectionRefusal {
  is: string;
  hint: string;
}

function refusalOf(
  { scope, ownerId, ownerName, projectId }: ConnectionRow,
  { actor, project }: ConnectionUser,
): ConnectionRefusal | undefined {
  if (scope === 'personal' && ownerId !== actor.id) {
    const hint = `Choose another one, or ask ${ownerName} to open it to the project.`;
    return { is: `is for ${ownerName} alone`, hint };
  }
  if (scope === 'project' && projectId !== project) {
    const hint = 'Choose another one, or open that one to all projects.';
    return { is: 'belongs to another project', hint };
  }
  return undefined;
}

/** A personal connection is for its owner alone, a project's for the project. */
export function maySee(row: ConnectionRow, user: ConnectionUser): boolean {
  return refusalOf(row, user) === undefined;
}

/**
 * Refuses work on connections of which one is somebody else's own, or another project's. What is gone
 * is told where it is used.
 */
export async function assertMayUse(
  { em, ...user }: Pick<Ctx, 'em'> & ConnectionUser,
  ids: Iterable<string>,
): Promise<void> {
  const rows = await em.find(ConnectionEntity, { id: { $in: [...ids] } });
  const refusal = rows.map((row) => refusalOf(row, user)).find((one) => one !== undefined);
  if (refusal) fail('forbidden', `This works with a connection that ${refusal.is}.`, refusal.hint);
}

/** The connection as anyone may see it. */
export async function viewConnection(
  { em, query, clock }: Reader,
  row: ConnectionRow,
): Promise<Connection> {
  const secret = await em.findOne(CredentialEntity, { id: row.id }, { refresh: true });
  const { id, name, connector, version, scope, authScheme, statusSince, createdAt, updatedAt } =
    row;
  const usedBy = await flowsUsing(query, id);
  return {
    id,
    name,
    connector,
    version,
    scope,
    project: row.projectId,
    owner: { id: row.ownerId, name: row.ownerName },
    authScheme,
    status: shownStatus(row, clock()),
    statusSince,
    createdAt,
    updatedAt,
    config: row.config,
    statusReason: row.statusReason ?? undefined,
    identity: row.identity ?? undefined,
    scopes: row.scopes ?? undefined,
    testedAt: row.testedAt ?? undefined,
    forecast: row.forecast ?? undefined,
    setup: row.setup ?? undefined,
    secretsSet: secret?.fields ?? [],
    secretsSetAt: secret?.setAt,
    secretsSetBy: secret?.setBy,
    usedBy,
    dailyRuns: await runsOf(
      query,
      usedBy.map((flow) => flow.id),
      clock() - DAY_MS,
    ),
  };
}

/** A working connection whose end is near is shown as expiring. */
function shownStatus({ status, forecast }: ConnectionRow, now: number): ConnectionRow['status'] {
  const isNear = forecast !== null && forecast !== undefined && forecast.at - now < EXPIRING_MS;
  return status === 'active' && isNear ? 'expiring' : status;
}

/**
 * Flows whose draft names the connection. Ids are random, so a text search finds no false ones.
 * The table belongs to a room above; this asks the database, not that room.
 */
async function flowsUsing(query: Query, id: string): Promise<{ id: string; name: string }[]> {
  return query(`select id, name from flow where cast(graph as text) like ? order by name`, [
    `%"${id}"%`,
  ]);
}

async function runsOf(query: Query, flows: string[], since: number): Promise<number> {
  if (flows.length === 0) return 0;
  const marks = flows.map(() => '?').join(',');
  const [row] = await query<{ n: number | string }>(
    `select count(*) as n from run where flow_id in (${marks}) and created_at > ?`,
    [...flows, since],
  );
  return Number(row?.n ?? 0);
}

/** All connections by id, with what keeps the actor from using one in the project. */
export async function connectionRefusals({
  em,
  ...user
}: Pick<Ctx, 'em'> & ConnectionUser): Promise<Map<string, ConnectionRefusal | undefined>> {
  const rows = await em.find(ConnectionEntity, {});
  return new Map(rows.map((row) => [row.id, refusalOf(row, user)]));
}
