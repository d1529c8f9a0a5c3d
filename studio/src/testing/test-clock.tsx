import { Field, Input, Switch } from '#ui';

import type { TestPartProps } from './test-form.tsx';

/** Whether time, ids and chance stand still, and at which time. */
export function TestClock({ draft, onChange }: TestPartProps) {
  const { at } = draft;
  const set = (time: number | undefined): void => onChange({ ...draft, at: time });
  return (
    <div className="flex flex-col gap-2">
      <label className="flex items-center gap-2">
        <Switch
          aria-label="The clock stands still"
          checked={at !== undefined}
          onChange={(on) => set(on ? Math.floor(Date.now() / 1000) * 1000 : undefined)}
        />
        The clock stands still; ids and chance too, and waits end at once
      </label>
      {at !== undefined && (
        <Field label="Time (UTC)" className="w-60">
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              step={1}
              value={new Date(at).toISOString().slice(0, 19)}
              onChange={(event) => {
                const time = Date.parse(`${event.target.value}Z`);
                if (Number.isFinite(time)) set(time);
              }}
            />
          )}
        </Field>
      )}
    </div>
  );
}
