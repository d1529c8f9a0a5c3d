import { retrySchema, type RetrySettings } from '@patchbay/shared/flows';

import { Field, NumberField, Select, Switch } from '#ui';

import { retryWords } from './retry-words.ts';

interface RetryFieldsProps {
  retry: RetrySettings | undefined;
  onChange: (retry: RetrySettings | undefined) => void;
}

/** Whether and how a failed step is tried again. */
export function RetryFields({ retry, onChange }: RetryFieldsProps) {
  const set = (changes: Partial<RetrySettings>): void => {
    if (retry) onChange({ ...retry, ...changes });
  };
  return (
    <section className="flex flex-col gap-3">
      <label className="flex items-center justify-between gap-3">
        <span>
          <span className="block font-medium">Try again</span>
          <span className="block text-sm text-ink-3">
            When it fails for a reason that may pass.
          </span>
        </span>
        <Switch
          aria-label="Try again when it fails"
          checked={retry !== undefined}
          onChange={(on) => onChange(on ? retrySchema.parse({ attempts: 3 }) : undefined)}
        />
      </label>
      {retry && <RetryNumbers retry={retry} onChange={set} />}
    </section>
  );
}

interface RetryNumbersProps {
  retry: RetrySettings;
  onChange: (changes: Partial<RetrySettings>) => void;
}

function RetryNumbers({ retry, onChange }: RetryNumbersProps) {
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label="Tries in all"
          min={1}
          max={1000}
          whole
          value={retry.attempts}
          onChange={(attempts) => onChange({ attempts })}
        />
        <PauseKind retry={retry} onChange={onChange} />
        <NumberField
          label="First pause (seconds)"
          min={0}
          max={MOST_SECONDS}
          value={retry.delayMs / 1000}
          onChange={(value) => onChange({ delayMs: toMs(value) })}
        />
        {retry.backoff === 'exponential' && (
          <NumberField
            label="Longest pause (seconds)"
            min={0}
            max={MOST_SECONDS}
            value={retry.maxDelayMs / 1000}
            onChange={(value) => onChange({ maxDelayMs: toMs(value) })}
          />
        )}
      </div>
      <label className="flex items-center justify-between gap-3 text-ink-2">
        Spread the pauses, so that many runs do not knock at once
        <Switch
          aria-label="Spread the pauses"
          checked={retry.jitter}
          onChange={(jitter) => onChange({ jitter })}
        />
      </label>
      <p className="rounded-md bg-sunken px-3 py-2 text-ink-2" role="status">
        {retryWords(retry)}
      </p>
    </>
  );
}

const MOST_SECONDS = 86_400;

function toMs(seconds: number): number {
  return Math.round(seconds * 1000);
}

function PauseKind({ retry, onChange }: RetryNumbersProps) {
  return (
    <Field label="Pauses">
      {(control) => (
        <Select
          {...control}
          value={retry.backoff}
          onChange={(backoff) => onChange({ backoff })}
          choices={[
            { value: 'exponential', label: 'Double each time' },
            { value: 'constant', label: 'Always the same' },
          ]}
        />
      )}
    </Field>
  );
}
