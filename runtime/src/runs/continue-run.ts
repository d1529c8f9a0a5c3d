import { fail } from '@patchbay/shared/base';
import { foldRun, hasEnded, type RunEvent } from '@patchbay/shared/runs';

import type { Ctx } from '#http';
import type { Queue } from '#queue';

import { readEvents } from './follow-events.ts';
import type { RunRow } from './run-rows.ts';
import { scriptOf } from './scripts.ts';

/** Lets a test run go on from where it stands: to the next breakpoint, or by one step. */
export async function continueRun(
  ctx: Ctx,
  queue: Queue,
  { id, stepping }: { id: string; stepping: boolean },
): Promise<{ ok: true }> {
  const [run] = await ctx.query<RunRow>('select * from run where id = ?', [id]);
  const script = run && scriptOf(run);
  if (!run || !script)
    return fail('not_found', 'There is no such test run.', 'Start a test run of the draft.');
  if (hasEnded(run.status))
    return fail('conflict', 'The run has ended.', 'Start it again to stop at its breakpoints.');
  const passed = [...script.passed, ...pausedSteps(await readEvents(ctx.query, id, 0))];
  await ctx.query('update run set script = ? where id = ?', [
    JSON.stringify({ ...script, stepping, passed: [...new Set(passed)] }),
    id,
  ]);
  // A worker that has it in hand looks at the script again before it lets go.
  await ctx.query(`update run set wake_at = ? where id = ? and status = 'waiting'`, [
    ctx.clock(),
    id,
  ]);
  ctx.audit(`run:${id}`, { stepping });
  ctx.afterCommit(() => queue.wake(id));
  return { ok: true };
}

function pausedSteps(events: RunEvent[]): string[] {
  const { steps } = foldRun(events);
  return Object.values(steps)
    .filter((step) => step.paused && step.status === 'waiting')
    .map((step) => step.id);
}
