import type { RunEvent } from '@patchbay/shared/runs';

import type { Query } from '#db';

import { newRun, type RunToMake } from './new-run.ts';
import { packEvent, type NewBlob } from './payloads.ts';
import { insertRuns } from './run-rows.ts';
import { insertBlobs } from './run-store.ts';

/** Inserts a run whose journal begins with facts of an earlier one; gives its id. */
export async function insertRun(query: Query, make: RunToMake, kept: RunEvent[]): Promise<string> {
  const { row, blobs } = newRun(make);
  const events = kept.map((event, i) =>
    packEvent(row.id, { ...event, seq: i + 1 }, (blob: NewBlob) => blobs.push(blob)),
  );
  await insertBlobs(query, blobs);
  await insertRuns(query, [{ ...row, seq: events.length }]);
  if (events.length > 0)
    await query('insert into journal (run_id, seq, events) values (?, 1, ?)', [
      row.id,
      JSON.stringify(events),
    ]);
  return row.id;
}
