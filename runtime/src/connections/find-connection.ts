import { fail } from '@patchbay/shared/base';
import type { Connection } from '@patchbay/shared/connections';

import { assertMay } from '#access';
import type { Ctx } from '#http';

import { EXPIRING_MS } from './connection-record.ts';
import { connectionUses, type ConnectionUses } from './connection-uses.ts';
import { ConnectionEntity, CredentialEntity, type ConnectionRow } from './connection.entity.ts';

type Reader = Pick<Ctx, 'em' | 'query' | 'clock' | 'actor' | 'project'>;

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

/** The same, of whoever wants to change it: what all projects use is not for one of them to change. */
export async function findConnectionToChange(
  ctx: Pick<Ctx, 'em' | 'actor' | 'project'>,
  id: string,
): Promise<ConnectionRow> {
  const row = await findConnection(ctx, id);
  if (row.scope === 'global') assertMayForAll(ctx);
  return row;
}

export function assertMayForAll(ctx: Pick<Ctx, 'actor'>): void {
  assertMay(ctx, 'settings.edit', 'To make or change a connection of all projects');
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

/** The connection as anyone may see it; `uses` where those of many were asked for at once. */
export async function viewConnection(
  ctx: Reader,
  row: ConnectionRow,
  uses?: ConnectionUses,
): Promise<Connection> {
  const { em, clock } = ctx;
  const secret = await em.findOne(CredentialEntity, { id: row.id }, { refresh: true });
  const { id, name, connector, version, scope, authScheme, statusSince, createdAt, updatedAt } =
    row;
  const all = uses ?? (await connectionUses(ctx));
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
    ...all.of(id),
  };
}

/** A working connection whose end is near is shown as expiring. */
function shownStatus({ status, forecast }: ConnectionRow, now: number): ConnectionRow['status'] {
  const isNear = forecast !== null && forecast !== undefined && forecast.at - now < EXPIRING_MS;
  return status === 'active' && isNear ? 'expiring' : status;
}

/** All connections by id, with what keeps the actor from using one in the project. */
export async function connectionRefusals({
  em,
  ...user
}: Pick<Ctx, 'em'> & ConnectionUser): Promise<Map<string, ConnectionRefusal | undefined>> {
  const rows = await em.find(ConnectionEntity, {});
  return new Map(rows.map((row) => [row.id, refusalOf(row, user)]));
}
