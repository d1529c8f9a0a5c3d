import type { Json } from '@patchbay/shared/base';
import { triggersOf, type FlowGraph, type FlowNode, type NodeOf } from '@patchbay/shared/flows';

import type { Query } from '#db';
import type { ArmedTrigger } from '#versions';

import { nextTime } from './next-time.ts';

interface ArmVersion {
  id: string;
  number: number;
  graph: FlowGraph;
}

/**
 * Makes the triggers of a version answer and those of the one before fall silent, in the same
 * transaction that sets it live. Without a version: silence.
 */
export async function armTriggers(
  query: Query,
  flowId: string,
  { version, baseUrl, now }: { version: ArmVersion | undefined; baseUrl: string; now: number },
): Promise<ArmedTrigger[]> {
  await query('delete from armed_trigger where flow_id = ?', [flowId]);
  await armSources(query, flowId, version ? triggersOf(version.graph) : []);
  if (!version) return [];
  const armed: ArmedTrigger[] = [];
  for (const node of triggersOf(version.graph)) {
    const nextAt = firstTime(node, now);
    await query(
      'insert into armed_trigger (flow_id, node, kind, version_id, version_number, next_at) values (?, ?, ?, ?, ?, ?)',
      [flowId, node.id, node.kind, version.id, version.number, nextAt ?? null],
    );
    const url = node.kind === 'webhook' ? hookUrl(baseUrl, flowId, node.id) : undefined;
    armed.push({ node: node.id, kind: node.kind, url, nextAt });
  }
  return armed;
}

function firstTime(node: FlowNode, now: number): number | undefined {
  if (node.kind === 'schedule') return nextTime(node.config, now);
  return node.kind === 'event' ? now : undefined;
}

/** A source that looks at the same as before goes on where it was; any other begins anew. */
async function armSources(query: Query, flowId: string, triggers: FlowNode[]): Promise<void> {
  const sources = triggers.filter((node) => node.kind === 'event');
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
