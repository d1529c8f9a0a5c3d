import { checkTriggerInput } from '@patchbay/connectors/sdk';
import { problem, ProblemError, type Json, type Problem } from '@patchbay/shared/base';
import type { ConnectorManifest, TriggerManifest } from '@patchbay/shared/catalog';
import { checkGraph, checkRequired, type FlowGraph, type NodeOf } from '@patchbay/shared/flows';

import type { Catalogue } from '#catalog';
import { connectionRefusals, type ConnectionRefusal } from '#connections';
import type { Query } from '#db';
import type { Ctx } from '#http';
import { projectFunctions } from '#mapping';

type Refusals = Map<string, ConnectionRefusal | undefined>;

/** Everything that keeps a graph from being published by `actor` in a project, with its places. */
export async function flowProblems(
  {
    em,
    query,
    catalogue,
    actor,
    project,
  }: Pick<Ctx, 'em' | 'query' | 'actor' | 'project'> & { catalogue: Catalogue },
  graph: FlowGraph,
): Promise<Problem[]> {
  const connections = await connectionRefusals({ em, actor, project });
  const calling = Object.values(graph.nodes).filter(
    (n) => n.kind === 'action' || n.kind === 'event',
  );
  const checked = await Promise.all(
    calling.map((node) => checkConnector(node, { connections, query, catalogue })),
  );
  return [
    ...checkGraph(graph, await projectFunctions(query, project)),
    ...checked.flat(),
    ...(await checkCalls(query, graph, project)),
  ];
}

/** Flows call only flows of their own project. */
async function checkCalls(query: Query, graph: FlowGraph, project: string): Promise<Problem[]> {
  const calling = Object.values(graph.nodes).filter((node) => node.kind === 'call');
  if (calling.length === 0) return [];
  const rows = await query<{ id: string }>('select id from flow where project_id = ?', [project]);
  const known = new Set(rows.map(({ id }) => id));
  return calling
    .filter(({ config }) => config.flow !== '' && !known.has(config.flow))
    .map(({ id, title }) =>
      problem('flow_invalid', `The flow that "${title}" calls is gone, or in another project.`, {
        hint: 'Choose another one.',
        at: { node: id, field: 'flow' },
      }),
    );
}

async function checkConnector(
  node: NodeOf<'action' | 'event'>,
  { connections, query, catalogue }: { connections: Refusals; query: Query; catalogue: Catalogue },
): Promise<Problem[]> {
  const { connector: id, version, connection } = node.config;
  const at = { node: node.id, field: 'connection' };
  try {
    const { manifest } = await catalogue.find(query, id, version);
    const missing = checkOperation(node, manifest);
    if (missing) return [missing];
    const lacking = node.kind === 'action' ? checkFields(node, manifest) : [];
    if (connection) return [...lacking, ...checkConnection(node, connection, connections)];
    if (manifest.connectionOptional) return lacking;
    return [
      ...lacking,
      problem('flow_invalid', `"${node.title}" has no connection to ${manifest.name}.`, {
        hint: 'Choose one, or make one.',
        at,
      }),
    ];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [{ ...error.problem, at: { node: node.id, field: 'connector' } }];
  }
}

function checkFields(node: NodeOf<'action'>, { actions }: ConnectorManifest): Problem[] {
  const action = actions[node.config.action];
  return action ? checkRequired(node, action.input) : [];
}

function checkConnection(
  { id, title }: NodeOf<'action' | 'event'>,
  connection: string,
  connections: Refusals,
): Problem[] {
  const at = { node: id, field: 'connection' };
  if (!connections.has(connection)) {
    const words = `The connection of "${title}" is gone.`;
    return [problem('flow_invalid', words, { hint: 'Choose another one.', at })];
  }
  const refusal = connections.get(connection);
  if (!refusal) return [];
  const { is, hint } = refusal;
  return [problem('flow_invalid', `The connection of "${title}" ${is}.`, { hint, at })];
}

function checkOperation(
  node: NodeOf<'action' | 'event'>,
  manifest: ConnectorManifest,
): Problem | undefined {
  const { name, actions, triggers } = manifest;
  if (node.kind === 'action') {
    const { id, config } = node;
    if (Object.hasOwn(actions, config.action)) return undefined;
    return problem('flow_invalid', `${name} has no action "${config.action}".`, {
      hint: 'Choose an action it has.',
      at: { node: id, field: 'action' },
    });
  }
  const { id, config } = node;
  const trigger = Object.hasOwn(triggers, config.trigger) ? triggers[config.trigger] : undefined;
  if (trigger) return checkInput(node, manifest, trigger);
  return problem('flow_invalid', `${name} has no trigger "${config.trigger}".`, {
    hint: 'Choose a trigger it has.',
    at: { node: id, field: 'trigger' },
  });
}

/** A trigger's input is fixed, so what is missing is known before it goes live. */
function checkInput(
  { id, input }: NodeOf<'event'>,
  manifest: ConnectorManifest,
  trigger: TriggerManifest,
): Problem | undefined {
  const at = { node: id, field: 'input' };
  try {
    checkTriggerInput(manifest, trigger, JSON.parse(input) as Json);
    return undefined;
  } catch (error) {
    // What is no JSON is told with the graph.
    if (!(error instanceof ProblemError)) return undefined;
    return problem('flow_invalid', error.problem.message, { hint: 'Fill it in under Input.', at });
  }
}
