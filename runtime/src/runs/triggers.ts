import { triggersOf, type FlowGraph } from '@patchbay/shared/flows';

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
  if (!version) return [];
  const armed: ArmedTrigger[] = [];
  for (const node of triggersOf(version.graph)) {
    const nextAt = node.kind === 'schedule' ? nextTime(node.config, now) : undefined;
    await query(
      'insert into armed_trigger (flow_id, node, kind, version_id, version_number, next_at) values (?, ?, ?, ?, ?, ?)',
      [flowId, node.id, node.kind, version.id, version.number, nextAt ?? null],
    );
    const url = node.kind === 'webhook' ? hookUrl(baseUrl, flowId, node.id) : undefined;
    armed.push({ node: node.id, kind: node.kind, url, nextAt });
  }
  return armed;
}

/** One address per webhook, the same for draft and live. */
export function hookUrl(baseUrl: string, flowId: string, node: string): string {
  return `${baseUrl}/hooks/${flowId}/${node}`;
}
