import { fail } from '@patchbay/shared/base';
import { closeSchema, type JsonSchema } from '@patchbay/shared/catalog';
import { triggersOf, type FlowGraph, type ToolOffer } from '@patchbay/shared/flows';

import type { Query } from '#db';
import { loadVersion } from '#versions';

/** A live flow that is offered to programs. */
export interface FlowTool extends ToolOffer {
  flow: string;
  project: string;
  trigger: string;
  /** Stands for itself; always that of an object. */
  input: JsonSchema & { type: 'object' };
}

/** Every live flow of a project that is offered as a tool, by the names of the tools. */
export async function flowTools(query: Query, project: string): Promise<Map<string, FlowTool>> {
  const tools = (await offeredTools(query)).filter((tool) => tool.project === project);
  return new Map(tools.map((tool) => [tool.name, tool]));
}

async function offeredTools(query: Query): Promise<FlowTool[]> {
  const live = await query<{ id: string; project: string; version: string }>(
    `select f.id, f.project_id as project, v.id as version from flow f join flow_version v on v.id = f.live_version_id
     where cast(v.graph as text) like '%"tool":%' order by f.id`,
  );
  const tools: FlowTool[] = [];
  for (const { id, project, version } of live) {
    const { graph } = await loadVersion(query, version);
    for (const node of triggersOf(graph)) {
      if (node.kind !== 'manual' || !node.config.tool) continue;
      const { tool } = node.config;
      const input = { ...closeSchema(tool.input), type: 'object' as const };
      tools.push({ ...tool, input, flow: id, project, trigger: node.id });
    }
  }
  return tools;
}

/**
 * Refuses to let a flow go live whose tool has the name of another: programs call a tool by its name
 * alone, and must not come to run another flow when one is taken offline.
 */
export async function refuseTakenTools(
  query: Query,
  flowId: string,
  graph: FlowGraph,
): Promise<void> {
  const offers = triggersOf(graph).flatMap((node) =>
    node.kind === 'manual' && node.config.tool ? [{ node, name: node.config.tool.name }] : [],
  );
  if (offers.length === 0) return;
  const taken = new Map((await otherTools(query, flowId)).map(({ name, flow }) => [name, flow]));
  for (const { node, name } of offers) {
    const by = taken.get(name);
    if (by !== undefined)
      fail('conflict', `The tool name "${name}" is taken by ${by}.`, {
        hint: 'Give the tool another name, under Start by hand.',
        at: { node: node.id },
      });
    taken.set(name, 'another start of this flow');
  }
}

async function otherTools(query: Query, flowId: string): Promise<{ name: string; flow: string }[]> {
  const others = (await offeredTools(query)).filter(({ flow }) => flow !== flowId);
  const names = await query<{ id: string; name: string }>('select id, name from flow');
  const called = new Map(names.map(({ id, name }) => [id, name]));
  return others.map(({ name, flow }) => ({ name, flow: `the flow "${called.get(flow) ?? flow}"` }));
}
