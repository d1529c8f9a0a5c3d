import type { NodeOf } from '@patchbay/shared/flows';
import { previewSchedule } from '@patchbay/shared/runs';

import { formatAgo, formatDuration, problemIn, useEndpoint } from '#lib';
import { Combobox, Field, Input, NumberField, ProblemNote, Select } from '#ui';

import { useConfigPatch } from './use-patch.ts';

type Schedule = NodeOf<'schedule'>;

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map(
  (zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }),
);

/** When a schedule runs, and what happens with times that were missed. */
export function ScheduleConfig({ node }: { node: Schedule }) {
  const patch = useConfigPatch(node);
  const { mode, timeZone, missed } = node.config;
  return (
    <>
      <Field label="Repeats">
        {(control) => (
          <Select
            {...control}
            value={mode}
            onChange={(next) => patch({ mode: next }, 'Schedule')}
            choices={[
              { value: 'cron', label: 'At times of the day', hint: 'A cron line' },
              { value: 'every', label: 'Every so many seconds' },
            ]}
          />
        )}
      </Field>
      {mode === 'cron' ? <CronField node={node} /> : <EveryField node={node} />}
      {mode === 'cron' && (
        <Field label="Time zone">
          {(control) => (
            <Combobox
              {...control}
              value={timeZone}
              choices={ZONES}
              onChange={(zone) => patch({ timeZone: zone }, 'Time zone')}
            />
          )}
        </Field>
      )}
      <Field label="Times that passed while nobody was there">
        {(control) => (
          <Select
            {...control}
            value={missed}
            onChange={(next) => patch({ missed: next }, 'Missed times')}
            choices={[
              { value: 'once', label: 'Run once for all of them' },
              { value: 'skip', label: 'Skip them' },
              { value: 'all', label: 'Run each of them' },
            ]}
          />
        )}
      </Field>
      <NextTimes node={node} />
    </>
  );
}

const PRESETS = [
  ['0 9 * * 1-5', 'Workdays at 9:00'],
  ['0 * * * *', 'Every hour'],
  ['*/15 * * * *', 'Every 15 minutes'],
  ['0 6 1 * *', 'First of the month, 6:00'],
] as const;

function CronField({ node }: { node: Schedule }) {
  const patch = useConfigPatch(node);
  return (
    <Field
      label="Cron"
      help="Minute, hour, day, month, weekday; a sixth number in front counts seconds."
    >
      {(control) => (
        <>
          <Input
            {...control}
            mono
            value={node.config.cron}
            onChange={(event) => patch({ cron: event.target.value }, 'Cron')}
          />
          <div className="flex flex-wrap gap-1">
            {PRESETS.map(([cron, words]) => (
              <button
                key={cron}
                type="button"
                onClick={() => patch({ cron }, 'Cron')}
                className="rounded-sm border border-line px-1.5 py-0.5 text-sm text-ink-2 hover:bg-hover"
              >
                {words}
              </button>
            ))}
          </div>
        </>
      )}
    </Field>
  );
}

function EveryField({ node }: { node: Schedule }) {
  const patch = useConfigPatch(node);
  const { everySeconds } = node.config;
  return (
    <NumberField
      label="Seconds between runs"
      help={everySeconds < 60 ? undefined : `Every ${formatDuration(everySeconds * 1000)}.`}
      min={1}
      max={31_536_000}
      whole
      value={everySeconds}
      onChange={(next) => patch({ everySeconds: next }, 'Interval')}
    />
  );
}

function NextTimes({ node }: { node: Schedule }) {
  const preview = useEndpoint(
    previewSchedule,
    { body: node.config },
    { keepPrevious: true, staleTime: 10_000 },
  );
  const problem = problemIn(preview);
  if (problem) return <ProblemNote problem={problem} />;
  if (!preview.data) return null;
  const format = new Intl.DateTimeFormat('en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: zoneOf(node),
  });
  return (
    <div className="rounded-lg border border-line p-3">
      <p className="mb-1 font-medium">Runs next</p>
      {preview.data.next.length === 0 && (
        <p className="text-ink-3">Never: no time fits this line.</p>
      )}
      <ol className="text-ink-2 tabular-nums">
        {preview.data.next.map((at) => (
          <li key={at} className="flex justify-between gap-3">
            <span>{format.format(at)}</span>
            <span className="text-ink-3">{formatAgo(at)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A zone the browser does not know must not break the page. */
function zoneOf(node: Schedule): string {
  const { timeZone } = node.config;
  return ZONES.some((zone) => zone.value === timeZone) ? timeZone : 'UTC';
}
