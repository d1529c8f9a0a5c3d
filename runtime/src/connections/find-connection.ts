import { fail } from '@patchbay/shared/base';
import type { Connection } from '@patchbay/shared/connections';

import type { Em, Query } from '#db';

import { ConnectionEntity, CredentialEntity, type ConnectionRow } from './connection.entity.ts';

/** The row of a connection, or a `not_found` in words. */
export async function findConnection(em: Em, id: string): Promise<ConnectionRow> {
  const row = await em.findOne(ConnectionEntity, { id });
  return (
    row ??
    fail(
      'not_found',
      'There is no such connection.',
      'It may have been deleted: look at the list of connections.',
    )
  );
}

/** The connection as anyone may see it. */
export async function viewConnection(
  em: Em,
  query: Query,
  row: ConnectionRow,
): Promise<Connection> {
  const secret = await em.findOne(CredentialEntity, { id: row.id });
  const { id, name, connector, version, authScheme, status, statusSince, createdAt, updatedAt } =
    row;
  return {
    id,
    name,
    connector,
    version,
    authScheme,
    status,
    statusSince,
    createdAt,
    updatedAt,
    config: row.config,
    statusReason: row.statusReason ?? undefined,
    secretsSet: secret?.fields ?? [],
    secretsSetAt: secret?.setAt,
    secretsSetBy: secret?.setBy,
    usedBy: await flowsUsing(query, row.id),
  };
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

/** Names of connections by id. */
export async function connectionNames(em: Em): Promise<Map<string, string>> {
  const rows = await em.find(ConnectionEntity, {});
  return new Map(rows.map((row) => [row.id, row.name]));
}
