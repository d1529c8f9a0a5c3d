import { closeSchema, type JsonSchema } from '@patchbay/shared/catalog';
import { triggersOf, type ToolOffer } from '@patchbay/shared/flows';

import type { Query } from '#db';
import { loadVersion } from '#versions';

/** A live flow that is offered to programs. */
export interface FlowTool extends ToolOffer {
  flow: string;
  trigger: string;
  /** Stands for itself; always that of an object. */
  input: JsonSchema & { type: 'object' };
}

/** Every live flow that is offered as a tool. Of two with one name, the later made gets a number. */
export async function flowTools(query: Query): Promise<FlowTool[]> {
  const live = await query<{ id: string; version: string }>(
    `select f.id, v.id as version from flow f join flow_version v on v.id = f.live_version_id
     where cast(v.graph as text) like '%"tool":%' order by f.id`,
  );
  const tools = new Map<string, FlowTool>();
  for (const { id, version } of live) {
    const { graph } = await loadVersion(query, version);
    for (const node of triggersOf(graph)) {
      if (node.kind !== 'manual' || !node.config.tool) continue;
      const { tool } = node.config;
      const name = freeName(tool.name, tools);
      const input = { ...closeSchema(tool.input), type: 'object' as const };
      tools.set(name, { ...tool, name, input, flow: id, trigger: node.id });
    }
  }
  return [...tools.values()];
}

function freeName(name: string, taken: Map<string, unknown>): string {
  let free = name;
  for (let i = 2; taken.has(free); i++) free = `${name}_${i}`;
  return free;
}
