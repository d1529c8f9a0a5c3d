import { fail } from '@patchbay/shared/base';
import { hasEnded, type RunEvent } from '@patchbay/shared/runs';

import type { Query } from '#db';
import type { Ctx } from '#http';
import type { Queue } from '#queue';

import type { RunRow } from './run-rows.ts';

/**
 * Ends a run now, whoever has it: the fence moves on, so its worker's next write is refused. Runs
 * it called end with it. Cancelling one that has ended changes nothing.
 */
export async function cancelRun(ctx: Ctx, queue: Queue, id: string): Promise<{ ok: true }> {
  const [run] = await ctx.query<RunRow>('select * from run where id = ?', [id]);
  if (!run)
    return fail(
      'not_found',
      'There is no such run.',
      'It may have been deleted: look at the list of runs.',
    );
  ctx.audit(`run:${id}`);
  await end(ctx, queue, run);
  return { ok: true };
}

async function end(ctx: Ctx, queue: Queue, run: RunRow): Promise<void> {
  if (hasEnded(run.status)) return;
  const at = ctx.clock();
  const seq = await close(ctx.query, run.id, at);
  // It ended by itself at this very moment: that is an end too.
  if (seq === undefined) return;
  const event: RunEvent = { seq, at, type: 'run.cancelled', by: ctx.actor.name };
  await ctx.query('insert into journal (run_id, seq, events) values (?, ?, ?)', [
    run.id,
    seq,
    JSON.stringify([event]),
  ]);
  if (run.parent_run)
    await ctx.query(`update run set wake_at = ? where id = ? and status = 'waiting'`, [
      at,
      run.parent_run,
    ]);
  ctx.afterCommit(() => {
    queue.publish({ run: run.id, seq, events: [event] });
    if (run.parent_run) queue.wake(run.parent_run);
  });
  const children = await ctx.query<RunRow>(
    'select * from run where parent_run = ? and wake_at is not null',
    [run.id],
  );
  for (const child of children) await end(ctx, queue, child);
}

/** One statement, so that a step written at this moment is either before or refused. */
async function close(query: Query, id: string, at: number): Promise<number | undefined> {
  const [row] = await query<{ seq: number }>(
    `update run set status = 'cancelled', fence = fence + 1, seq = seq + 1, owner = null, wake_at = null, ended_at = ?
     where id = ? and ended_at is null returning seq`,
    [at, id],
  );
  return row?.seq;
}
