import { createFlow, drawGraph, type NodeDrawing } from '@patchbay/shared/flows';
import { getRun, hasEnded, startRun, type RunEvent, type RunSummary } from '@patchbay/shared/runs';
import { publishFlow } from '@patchbay/shared/versions';

import type { Client } from './client.ts';
import { until } from './until.ts';

/** Makes a flow, publishes it, and gives its id. */
export async function publishDrawing(
  client: Client,
  nodes: Record<string, NodeDrawing>,
  wires: string[],
): Promise<string> {
  const { id } = await createDrawing(client, nodes, wires);
  await client.call(publishFlow, { params: { id }, body: { notes: '' } });
  return id;
}

/** Makes a flow and leaves it a draft. */
export function createDrawing(
  client: Client,
  nodes: Record<string, NodeDrawing>,
  wires: string[],
): Promise<{ id: string; revision: number }> {
  return client.call(createFlow, { body: { name: 'Test', graph: drawGraph(nodes, wires) } });
}

/** Starts a run by hand and gives its id. */
export async function runByHand(
  client: Client,
  flow: string,
  request: { payload?: unknown; draft?: boolean; trigger?: string } = {},
): Promise<string> {
  const body = { draft: false, ...request } as { draft: boolean };
  return (await client.call(startRun, { params: { id: flow }, body })).run;
}

/** Waits for a run's end and gives it with its facts. */
export function untilEnded(
  client: Client,
  id: string,
): Promise<{ run: RunSummary; events: RunEvent[]; retries: string[] }> {
  return until(`run ${id} ends`, async () => {
    const found = await client.call(getRun, { params: { id } });
    return hasEnded(found.run.status) && found;
  });
}
