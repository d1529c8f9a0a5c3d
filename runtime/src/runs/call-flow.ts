import {
  fail,
  isObject,
  problem,
  type Json,
  type Payload,
  type Problem,
} from '@patchbay/shared/base';
import type { FlowNode, NodeOf } from '@patchbay/shared/flows';
import { hasEnded, type RunEvent } from '@patchbay/shared/runs';

import type { StepCall, StepOutcome } from '#engine';
import { loadVersion } from '#versions';

import { newRun } from './new-run.ts';
import { loadPayload } from './payloads.ts';
import type { PerformParts } from './perform-step.ts';
import type { RunRow } from './run-rows.ts';

const DEEPEST = 20;

/**
 * Runs another flow's live version and waits for it. The child's delivery key is made of the
 * calling step, so the step repeated after a crash finds the run it started before.
 */
export async function callFlow(
  parts: PerformParts,
  { run, call, input }: { run: RunRow; call: StepCall; input: Json },
): Promise<StepOutcome> {
  if (call.child !== undefined) return childOutcome(parts, call.child);
  const node = call.node as NodeOf<'call'>;
  const { store, clock } = parts;
  const { query } = store.db;
  if (run.depth >= DEEPEST)
    fail(
      'depth_limit',
      `Flows call each other more than ${DEEPEST} deep.`,
      'Look for a flow that calls itself.',
    );
  const [flow] = await query<{ live_version_id: string | null; name: string }>(
    `select f.live_version_id, f.name from flow f join flow c on c.project_id = f.project_id
     where f.id = ? and c.id = ?`,
    [node.config.flow, run.flow_id],
  );
  if (!flow) fail('not_found', 'The flow to call is gone.', 'Choose another flow in the step.');
  if (!flow.live_version_id)
    fail('not_found', `The flow "${flow.name}" is not live.`, 'Publish it, then retry.');
  const version = await loadVersion(query, flow.live_version_id);
  const trigger = Object.values(version.graph.nodes).find((n: FlowNode) => n.kind === 'called');
  if (!trigger)
    fail(
      'flow_invalid',
      `The flow "${flow.name}" can't be called.`,
      'Give it the trigger "Called by a flow" and publish it.',
    );
  if (call.input === undefined) await call.begin(input);
  const { row, blobs } = newRun({
    version,
    trigger,
    payload: input,
    at: clock(),
    deliveryKey: `call:${run.origin}:${call.step}:${run.id}`,
    parent: {
      run: run.id,
      step: call.step,
      depth: run.depth + 1,
    },
  });
  const written = await store.write({ kind: 'insert', row, blobs });
  const child = written.ok ? row.id : (written.existing ?? row.id);
  parts.wake(child);
  return { kind: 'waiting', child };
}

async function childOutcome({ store }: PerformParts, id: string): Promise<StepOutcome> {
  const { query } = store.db;
  const [child] = await query<RunRow>('select * from run where id = ?', [id]);
  if (!child) fail('not_found', 'The run that was called is gone.', 'Retry from this step.');
  if (!hasEnded(child.status)) return { kind: 'waiting', child: id };
  if (child.status !== 'done') return { kind: 'failed', problem: calledFailed(child) };
  const [last] = await query<{ events: string }>(
    'select events from journal where run_id = ? order by seq desc limit 1',
    [id],
  );
  const event = (JSON.parse(last?.events ?? '[]') as RunEvent[]).at(-1);
  const output: Payload = event?.type === 'run.done' ? event.output : { value: null };
  return { kind: 'done', port: 'out', output: await loadPayload(query, id, output) };
}

function calledFailed(child: RunRow): Problem {
  const inner: unknown = JSON.parse(child.problem ?? 'null');
  const message =
    isObject(inner) && typeof inner.message === 'string' ? inner.message : `it was ${child.status}`;
  return problem('flow_failed', `The called flow ended badly: ${message}`, {
    hint: 'Open the called run to see its failed step.',
    at: { run: child.id },
  });
}
