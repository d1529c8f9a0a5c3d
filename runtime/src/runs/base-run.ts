import { fail, type Json, type Payload } from '@patchbay/shared/base';
import { behind, type FlowGraph } from '@patchbay/shared/flows';
import { foldRun, staleSteps, type RunEvent, type RunScript } from '@patchbay/shared/runs';

import type { Ctx } from '#http';
import { loadVersion } from '#versions';

import { readEvents } from './follow-events.ts';
import { loadEvents, loadPayload } from './payloads.ts';
import type { RunRow } from './run-rows.ts';
import { scriptOf } from './scripts.ts';

/** The run whose data a test run begins with, and the node it begins at. */
export interface BaseRequest {
  run: string;
  node?: string;
  keep: 'fresh' | 'all';
}

interface BaseData {
  payload: Json;
  /** Facts of steps that need not run again. */
  kept: RunEvent[];
}

/**
 * What a run of the draft takes over from an earlier run: its payload, and of the steps that are
 * not behind `node` all (`all`) or those that the draft would give again (`fresh`).
 */
export async function readBase(
  { query, project }: Pick<Ctx, 'query' | 'project'>,
  base: BaseRequest,
  now: { graph: FlowGraph; pins: RunScript['pins'] },
): Promise<BaseData> {
  const [row] = await query<RunRow>(
    'select r.* from run r join flow f on f.id = r.flow_id where r.id = ? and f.project_id = ?',
    [base.run, project],
  );
  if (!row) return fail('not_found', 'The run with the data is gone.', 'Choose another run.');
  const payload = await loadPayload(query, row.id, JSON.parse(row.input) as Payload);
  if (base.node === undefined) return { payload, kept: [] };
  const events = await loadEvents(query, row.id, await readEvents(query, row.id, 0));
  const { graph } = await loadVersion(query, row.version_id);
  const ran = { graph, view: foldRun(events), pins: scriptOf(row)?.pins ?? {} };
  const stale = base.keep === 'fresh' ? staleSteps(ran, now) : {};
  const again = behind(now.graph, [base.node]);
  const kept = events.filter(
    (event) =>
      event.type === 'step.done' &&
      now.graph.nodes[event.node] !== undefined &&
      !again.has(event.node) &&
      stale[event.node] === undefined,
  );
  return { payload, kept };
}
