import { fail } from '@patchbay/shared/base';
import type { NodeOf } from '@patchbay/shared/flows';
import { Cron } from 'croner';

type Schedule = NodeOf<'schedule'>['config'];

/** The next time of a schedule after `after`, in ms; undefined when there is none any more. */
export function nextTime(schedule: Schedule, after: number): number | undefined {
  if (schedule.mode === 'every') {
    const step = schedule.everySeconds * 1000;
    return (Math.floor(after / step) + 1) * step;
  }
  return readCron(schedule, (cron) => cron.nextRun(new Date(after))?.getTime());
}

/** The next `count` times. */
export function nextTimes(schedule: Schedule, after: number, count: number): number[] {
  const times: number[] = [];
  for (let last: number | undefined = after; times.length < count;) {
    last = nextTime(schedule, last);
    if (last === undefined) break;
    times.push(last);
  }
  return times;
}

/** croner reads the pattern when it is made, and the time zone only when it is asked. */
function readCron<T>({ cron, timeZone }: Schedule, ask: (cron: Cron) => T): T {
  try {
    return ask(new Cron(cron, { timezone: timeZone, paused: true }));
  } catch (error) {
    return fail(
      'invalid_input',
      `The schedule "${cron}" in ${timeZone} can't be read: ${(error as Error).message}`,
      {
        hint: 'Write minute, hour, day, month, weekday, with seconds in front if you need them: "0 9 * * 1-5".',
        at: { field: 'cron' },
      },
    );
  }
}
