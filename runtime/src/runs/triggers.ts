import { fail, type Json } from '@patchbay/shared/base';
import { triggersOf, type FlowGraph, type NodeOf } from '@patchbay/shared/flows';

import type { Catalogue } from '#catalog';
import type { Query } from '#db';
import type { ArmedTrigger } from '#versions';

import { refuseTakenTools } from './flow-tools.ts';
import { nextTime } from './next-time.ts';
import { findRow, type Wanted } from './registration-rows.ts';
import { wantedBy } from './wanted-addresses.ts';

interface ArmVersion {
  id: string;
  number: number;
  graph: FlowGraph;
}

interface Arming {
  version: ArmVersion | undefined;
  catalogue: Catalogue;
  baseUrl: string;
  now: number;
}

/**
 * Makes the triggers of a version answer and those of the one before fall silent, in the same
 * transaction that sets it live. Without a version: silence. What has to be told to providers was
 * told before, by `withRegistered`.
 */
export async function armTriggers(
  query: Query,
  flowId: string,
  { version, catalogue, baseUrl, now }: Arming,
): Promise<ArmedTrigger[]> {
  if (version) await refuseTakenTools(query, flowId, version.graph);
  await query('delete from armed_trigger where flow_id = ?', [flowId]);
  const wanted = version ? await wantedBy({ catalogue, query }, version.graph) : [];
  const silent = new Set(
    wanted.filter(({ declared }) => !declared.look).map(({ node }) => node.id),
  );
  const triggers = version ? triggersOf(version.graph) : [];
  const looking = triggers.filter((node) => node.kind === 'event' && !silent.has(node.id));
  await armSources(query, flowId, looking as NodeOf<'event'>[]);
  if (!version) return [];
  const armed: ArmedTrigger[] = [];
  for (const node of triggers) {
    const nextAt = node.kind === 'schedule' ? nextTime(node.config, now) : undefined;
    const at = looking.includes(node) ? now : nextAt;
    const address = await addressFor(
      query,
      wanted.find((one) => one.node === node),
    );
    await query(
      'insert into armed_trigger (flow_id, node, kind, version_id, version_number, next_at, registration) values (?, ?, ?, ?, ?, ?, ?)',
      [flowId, node.id, node.kind, version.id, version.number, at ?? null, address?.id ?? null],
    );
    const url = node.kind === 'webhook' ? hookUrl(baseUrl, flowId, node.id) : address?.url;
    armed.push({ node: node.id, kind: node.kind, url, nextAt: at });
  }
  return armed;
}

/** Takes up the address that was registered for a trigger; from now on it has a listener. */
async function addressFor(
  query: Query,
  wanted: Wanted | undefined,
): Promise<{ id: string; url: string } | undefined> {
  if (!wanted) return undefined;
  const row = await findRow(query, wanted);
  const [taken] = await query<{ id: string; url: string }>(
    "update registration set busy_until = 0 where id = ? and state in ('manual', 'live') returning id, url",
    [row?.id ?? ''],
  );
  if (taken) return taken;
  return fail('conflict', `The address of "${wanted.node.title}" was changed meanwhile.`, {
    hint: 'Try again.',
    at: { node: wanted.node.id },
  });
}

/** A source that looks at the same as before goes on where it was; any other begins anew. */
async function armSources(query: Query, flowId: string, sources: NodeOf<'event'>[]): Promise<void> {
  const wanted = new Map(sources.map((node) => [node.id, aboutOf(node)]));
  const known = await query<{ node: string; about: string }>(
    'select node, about from event_source where flow_id = ?',
    [flowId],
  );
  for (const { node, about } of known) {
    if (wanted.get(node) === about) wanted.delete(node);
    else await query('delete from event_source where flow_id = ? and node = ?', [flowId, node]);
  }
  for (const [node, about] of wanted) {
    const sql = "insert into event_source (flow_id, node, about, seen) values (?, ?, ?, '[]')";
    await query(sql, [flowId, node, about]);
  }
}

function aboutOf({ config, input }: NodeOf<'event'>): string {
  const { connector, trigger, connection } = config;
  return JSON.stringify({ connector, trigger, connection, input: JSON.parse(input) as Json });
}

/** One address per webhook, the same for draft and live. */
export function hookUrl(baseUrl: string, flowId: string, node: string): string {
  return `${baseUrl}/hooks/${flowId}/${node}`;
}
