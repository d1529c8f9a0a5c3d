import { fail } from '@patchbay/shared/base';
import { secretOf } from '@patchbay/shared/catalog';
import { connectionsOf, type FlowGraph, type NodeOf } from '@patchbay/shared/flows';
import type { TriggerState } from '@patchbay/shared/runs';

import {
  assertMayUse,
  connectionRefusals,
  readSecret,
  writeSecret,
  type CredentialParts,
} from '#connections';
import { findFlow } from '#flows';
import type { Ctx } from '#http';

import {
  ensureRow,
  failureOf,
  findRow,
  type RegistrationRow,
  type Wanted,
} from './registration-rows.ts';
import { wantedBy } from './wanted-addresses.ts';

export interface TriggerStateParts {
  credentials: CredentialParts;
  baseUrl: () => string;
}

interface Armed {
  node: string;
  next_at: number | null;
  looked_at: number | null;
  problem: string | null;
}

const ARMED = `select a.node, a.next_at, s.looked_at, s.problem from armed_trigger a
  left join event_source s on s.flow_id = a.flow_id and s.node = a.node
  where a.flow_id = ? and a.kind = 'event'`;

/** Where the connectors' triggers of a flow's draft stand. */
export async function listTriggerStates(
  parts: TriggerStateParts,
  ctx: Ctx,
  flow: string,
): Promise<TriggerState[]> {
  const { graph } = await findFlow(ctx.em, flow);
  const wanted = await wantedIn(parts, ctx, graph);
  const armed = await ctx.query<Armed>(ARMED, [flow]);
  const nodes = Object.values(graph.nodes).filter((node) => node.kind === 'event');
  return Promise.all(
    nodes.map(async (node) => ({
      ...lookState(
        node,
        armed.find((one) => one.node === node.id),
      ),
      ...(await addressState(
        parts,
        ctx,
        wanted.find((one) => one.node.id === node.id),
      )),
    })),
  );
}

/** Makes the address of a trigger that a person enters at the provider, and keeps its secret. */
export async function makeTriggerAddress(
  parts: TriggerStateParts,
  ctx: Ctx,
  { id, node, secret }: { id: string; node: string; secret?: string },
): Promise<TriggerState> {
  const { graph } = await findFlow(ctx.em, id);
  await assertMayUse(ctx, connectionsOf(graph).keys());
  const [wanted] = (await wantedIn(parts, ctx, graph)).filter((one) => one.node.id === node);
  if (!wanted) return fail('not_found', 'This step needs no address.', 'Choose another trigger.');
  const row = await ensureRow(ctx.query, wanted, parts.baseUrl());
  if (secret !== undefined)
    await writeSecret(parts.credentials.vault, ctx.query, {
      id: row.id,
      values: { secret: secret.trim() },
      by: ctx.actor,
      at: ctx.clock(),
    });
  ctx.audit(`flow:${id}`, { address: node, secret: secret !== undefined });
  const states = await listTriggerStates(parts, ctx, id);
  return states.find((one) => one.node === node) ?? { node, live: false };
}

// A draft may name what there is not, or what is somebody else's own: the flow's problems tell that.
async function wantedIn(
  { credentials: { catalogue } }: TriggerStateParts,
  { query, em, actor, project }: Ctx,
  graph: FlowGraph,
): Promise<Wanted[]> {
  const refused = await connectionRefusals({ em, actor, project });
  const wanted = await wantedBy({ catalogue, query }, graph).catch(() => []);
  return wanted.filter(({ node }) => refused.get(node.config.connection ?? '') === undefined);
}

function lookState({ id }: NodeOf<'event'>, armed: Armed | undefined): TriggerState {
  const failed = armed && failureOf(armed);
  return {
    node: id,
    live: armed !== undefined,
    ...(armed?.looked_at && { lookedAt: armed.looked_at }),
    ...(armed?.next_at && { nextAt: armed.next_at }),
    ...failed,
  };
}

async function addressState(
  { credentials: { vault } }: TriggerStateParts,
  { query, actor }: Ctx,
  wanted: Wanted | undefined,
): Promise<Partial<TriggerState>> {
  const row = wanted && (await findRow(query, wanted));
  const from = wanted && secretOf(wanted.declared)?.from;
  const isEntered = from === 'person' || from === 'handshake';
  if (!row) return isEntered ? { secret: 'missing' } : {};
  const known = isEntered ? (await readSecret(vault, query, row.id))?.secret : undefined;
  const mayConfirm = from === 'handshake' && actor.permissions.includes('flow.publish');
  return {
    url: row.url,
    state: row.state,
    ...timesOf(row),
    ...(isEntered && { secret: known ? 'set' : 'missing' }),
    ...(mayConfirm && row.proven_at === null && known && { confirm: known }),
    ...failureOf(row),
  };
}

function timesOf(row: RegistrationRow): Partial<TriggerState> {
  return {
    ...(row.registered_at && { since: row.registered_at }),
    ...(row.last_at && { lastAt: row.last_at }),
    ...(row.next_at && { nextAt: row.next_at }),
  };
}
