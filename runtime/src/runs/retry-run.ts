import { fail, type Json, type Payload } from '@patchbay/shared/base';
import { connectionsOf, type FlowGraph } from '@patchbay/shared/flows';
import { hasEnded, type RunEvent } from '@patchbay/shared/runs';

import { assertMayUse } from '#connections';
import type { Query } from '#db';
import { findFlow } from '#flows';
import type { Ctx } from '#http';
import type { Queue } from '#queue';
import { loadVersion } from '#versions';

import { draftVersion } from './draft-version.ts';
import { readEvents } from './follow-events.ts';
import { insertRun } from './insert-run.ts';
import { loadEvents, loadPayload } from './payloads.ts';
import type { RunRow } from './run-rows.ts';

export interface Retry {
  id: string;
  from: 'start' | 'failed';
  version: 'same' | 'newest' | 'draft';
  /** In place of the old run's. */
  payload?: Json;
}

/**
 * A new run with the old one's input. `failed` keeps what was done: those steps' facts are copied
 * into the new journal, so they are not performed again. Idempotency keys stay those of the first run.
 */
export async function retryRun(
  ctx: Ctx,
  queue: Queue,
  { id, from, version: which, payload: mended }: Retry,
): Promise<{ run: string }> {
  const [old] = await ctx.query<RunRow>('select * from run where id = ?', [id]);
  if (!old)
    return fail(
      'not_found',
      'There is no such run.',
      'It may have been deleted: look at the list of runs.',
    );
  if (!hasEnded(old.status))
    return fail('conflict', 'The run is still going.', 'Cancel it first, or wait for its end.');
  const version = await loadVersion(ctx.query, await versionForRetry(ctx, old, which));
  const trigger = version.graph.nodes[old.trigger_node];
  if (!trigger)
    return fail(
      'invalid_input',
      'That version no longer has the trigger of this run.',
      'Retry on the same version.',
    );
  const payload =
    mended ?? (await loadPayload(ctx.query, old.id, JSON.parse(old.input) as Payload));
  const kept = from === 'failed' ? await keptEvents(ctx.query, old.id, version.graph) : [];
  const retryOf = { id: old.id, origin: old.origin };
  const make = { version, trigger, payload, at: ctx.clock(), retryOf };
  const run = await insertRun(ctx.query, make, kept);
  ctx.audit(`run:${id}`, { retry: run, from, version: which });
  ctx.afterCommit(() => queue.wake(run));
  return { run };
}

/**
 * The version that a retry runs on. One that is not live may name connections that are another
 * project's by now, or somebody's own.
 */
export async function versionForRetry(
  ctx: Ctx,
  old: RunRow,
  which: Retry['version'],
): Promise<string> {
  const flow = await findFlow(ctx.em, old.flow_id);
  if (which === 'draft') return draftVersion(ctx, flow);
  if (which === 'same') {
    const { graph } = await loadVersion(ctx.query, old.version_id);
    if (old.version_id !== flow.liveVersionId) await assertMayUse(ctx, connectionsOf(graph).keys());
    return old.version_id;
  }
  return (
    flow.liveVersionId ??
    fail('not_found', `"${flow.name}" is not live.`, 'Publish it, or retry on the same version.')
  );
}

/**
 * Steps that were done and still exist. A loop that did not finish keeps its list and the passes it
 * completed; a step that went out by its error port is tried again, with all that followed it.
 */
async function keptEvents(query: Query, run: string, graph: FlowGraph): Promise<RunEvent[]> {
  const events = await loadEvents(query, run, await readEvents(query, run, 0));
  const again = affected(graph, events);
  return events.filter((event) => {
    if (!('node' in event) || again.has(event.node) || !graph.nodes[event.node]) return false;
    if (event.type === 'step.started') return graph.nodes[event.node]?.kind === 'loop';
    return event.type === 'step.done';
  });
}

/** Nodes that failed and everything behind them. */
function affected(graph: FlowGraph, events: RunEvent[]): Set<string> {
  const failed = events.flatMap((e) =>
    e.type === 'step.failed' && graph.nodes[e.node]?.kind !== 'loop' ? [e.node] : [],
  );
  const reached = new Set<string>();
  const open = Object.values(graph.edges)
    .filter((e) => failed.includes(e.from))
    .map((e) => e.to);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const edge of Object.values(graph.edges)) if (edge.from === id) open.push(edge.to);
  }
  return reached;
}
