import { fail, type Payload } from '@patchbay/shared/base';
import { foldRun } from '@patchbay/shared/runs';

import type { Ctx } from '#http';
import { loadEvents, loadPayload, readEvents, type RunRow } from '#runs';
import { loadVersion } from '#versions';

import type { RunData } from './step-data.ts';

/** A run of the project with its graph and all its values. */
export async function readRunData(
  { query, project }: Pick<Ctx, 'query' | 'project'>,
  id: string,
): Promise<{ row: RunRow; data: RunData }> {
  const [row] = await query<RunRow>(
    'select r.* from run r join flow f on f.id = r.flow_id where r.id = ? and f.project_id = ?',
    [id, project],
  );
  if (!row) return fail('not_found', 'There is no such run.', 'It may have been deleted.');
  const { graph } = await loadVersion(query, row.version_id);
  const events = await loadEvents(query, id, await readEvents(query, id, 0));
  const payload = await loadPayload(query, id, JSON.parse(row.input) as Payload);
  return { row, data: { graph, view: foldRun(events), payload } };
}
