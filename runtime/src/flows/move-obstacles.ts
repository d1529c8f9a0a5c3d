import { problem, type Problem } from '@patchbay/shared/base';
import { connectionsOf, expressionsOf, type FlowGraph } from '@patchbay/shared/flows';
import { functionsUsed } from '@patchbay/shared/mapping';

import type { Query } from '#db';
import { projectFunctions } from '#mapping';

import type { FlowRow } from './flow.entity.ts';

/** What of the draft and of the live version is only there where the flow is now. */
export async function obstacles(query: Query, row: FlowRow, project: string): Promise<Problem[]> {
  const graphs = [row.graph, ...(await liveGraph(query, row))];
  return [
    ...(await foreignConnections(query, graphs, project)),
    ...(await otherFunctions(query, row, project)),
    ...(await calls(query, row, graphs)),
  ];
}

async function liveGraph(query: Query, { liveVersionId }: FlowRow): Promise<FlowGraph[]> {
  const [live] = await query<{ graph: string }>('select graph from flow_version where id = ?', [
    liveVersionId ?? '',
  ]);
  return live ? [JSON.parse(live.graph) as FlowGraph] : [];
}

async function foreignConnections(
  query: Query,
  graphs: FlowGraph[],
  project: string,
): Promise<Problem[]> {
  const used = new Set(graphs.flatMap((graph) => [...connectionsOf(graph).keys()]));
  const rows = await query<{ id: string; name: string }>(
    `select id, name from connection where scope = 'project' and project_id <> ? order by name`,
    [project],
  );
  return rows
    .filter(({ id }) => used.has(id))
    .map(({ name }) =>
      problem(
        'conflict',
        `It works with the connection “${name}”, which belongs to another project.`,
        'Open the connection to all projects, or give the flow another one.',
      ),
    );
}

/** Versions keep their functions; it is the draft that would call others, or none. */
async function otherFunctions(query: Query, row: FlowRow, project: string): Promise<Problem[]> {
  const texts = Object.values(row.graph.nodes).flatMap((node) =>
    expressionsOf(node).map(({ text }) => text),
  );
  const used = functionsUsed(texts, await projectFunctions(query, row.projectId));
  const there = await projectFunctions(query, project);
  return Object.entries(used)
    .filter(([name, own]) => JSON.stringify(there[name]) !== JSON.stringify(own))
    .map(([name]) =>
      problem(
        'conflict',
        Object.hasOwn(there, name)
          ? `It calls the function $${name}, which is another one there.`
          : `It calls the function $${name}, which is not there.`,
        { hint: 'Make the function there, or write out what it does.' },
      ),
    );
}

/** Flows call only flows of their own project. */
async function calls(query: Query, row: FlowRow, graphs: FlowGraph[]): Promise<Problem[]> {
  const called = new Set(
    graphs.flatMap(({ nodes }) =>
      Object.values(nodes).flatMap((node) => (node.kind === 'call' ? [node.config.flow] : [])),
    ),
  );
  const others = await query<{ id: string; name: string; text: string; live: string | null }>(
    `select f.id, f.name, cast(f.graph as text) as text, v.graph as live from flow f
     left join flow_version v on v.id = f.live_version_id
     where f.project_id = ? and f.id <> ? order by f.name`,
    [row.projectId, row.id],
  );
  const hint = 'Take the call out, move both, then choose the flow again.';
  return others.flatMap(({ id, name, text, live }) => [
    ...(called.has(id) ? [problem('conflict', `It calls the flow “${name}”.`, hint)] : []),
    ...(text.includes(`"${row.id}"`) || live?.includes(`"${row.id}"`)
      ? [problem('conflict', `The flow “${name}” calls it.`, hint)]
      : []),
  ]);
}
