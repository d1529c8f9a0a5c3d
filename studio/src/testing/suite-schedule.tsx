import type { ScheduleConfig } from '@patchbay/shared/flows';
import { scheduleTests } from '@patchbay/shared/testing';

import { useMay } from '#access';
import { toProblem, useCommand } from '#lib';
import { Select, TimeAgo, toastProblem } from '#ui';

interface SuiteScheduleProps {
  subject: string;
  schedule: ScheduleConfig | undefined;
  next: number | undefined;
}

const CHOICES = [
  { value: 'never', label: 'Only by hand' },
  { value: '900', label: 'Every 15 minutes' },
  { value: '3600', label: 'Every hour' },
  { value: '86400', label: 'Every day' },
];

/** When the suite runs by itself; for a connection it keeps the status true. */
export function SuiteSchedule({ subject, schedule, next }: SuiteScheduleProps) {
  const may = useMay('flow.edit');
  const set = useCommand(scheduleTests, ['testing']);
  const now = schedule ? String(schedule.everySeconds) : 'never';
  const known = CHOICES.some(({ value }) => value === now);
  const change = (value: string): void =>
    set.mutate(
      {
        params: { subject },
        body: {
          schedule: value === 'never' ? null : { mode: 'every', everySeconds: Number(value) },
        },
      },
      { onError: (error) => toastProblem(toProblem(error)) },
    );
  return (
    <div className="flex items-center gap-3 text-ink-2">
      <span>Runs by itself</span>
      <div className="w-48">
        <Select
          size="sm"
          aria-label="Runs by itself"
          disabled={!may}
          value={now}
          onChange={change}
          choices={known ? CHOICES : [...CHOICES, { value: now, label: 'At set times' }]}
        />
      </div>
      {next !== undefined && (
        <span className="text-sm text-ink-3">
          next <TimeAgo at={next} />
        </span>
      )}
      {subject.startsWith('connection:') && (
        <span className="text-sm text-ink-3">The result sets the status of the connection.</span>
      )}
    </div>
  );
}
