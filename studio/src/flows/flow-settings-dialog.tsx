import { getFlow, updateFlow, type Retention } from '@patchbay/shared/flows';
import { useState, type FormEvent } from 'react';

import { useMay } from '#access';
import { problemIn, useCommand, useEndpoint } from '#lib';
import { Button, Dialog, Field, Input, Loading, Locked, ProblemNote, toast } from '#ui';

import { readCount, retentionWords } from './retention.ts';

interface FlowSettingsProps {
  flowId: string;
  onClose: () => void;
}

/** What a flow says of itself: how long its runs are kept. */
export function FlowSettingsDialog({ flowId, onClose }: FlowSettingsProps) {
  const flow = useEndpoint(getFlow, { params: { id: flowId } });
  const problem = problemIn(flow);
  if (flow.data)
    return <RetentionForm flowId={flowId} retention={flow.data.retention} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title="Flow settings" size="sm">
      {problem ? <ProblemNote problem={problem} /> : <Loading what="the settings" />}
    </Dialog>
  );
}

interface RetentionFormProps extends FlowSettingsProps {
  retention: Retention;
}

function RetentionForm({ flowId, retention, onClose }: RetentionFormProps) {
  const [days, setDays] = useState(String(retention.days ?? ''));
  const [count, setCount] = useState(String(retention.count ?? ''));
  const read = { days: readCount(days, 3650), count: readCount(count, 1_000_000) };
  const wrong = read.days.error ?? read.count.error;
  const wanted: Retention = { days: read.days.value, count: read.count.value };
  const { save, busy, problem } = useSaveRetention(flowId, onClose);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!wrong) save(wanted);
  };
  const mayEdit = useMay(updateFlow.permission);
  const actions = mayEdit ? (
    <SaveButtons busy={busy} disabled={wrong !== undefined} onCancel={onClose} />
  ) : (
    <Button onClick={onClose}>Close</Button>
  );
  return (
    <Dialog open onClose={onClose} title="Flow settings" size="sm" actions={actions}>
      <form id="flow-settings" onSubmit={send} className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} />}
        <Locked when={!mayEdit}>
          <CountField
            label="Days ended runs are kept"
            help="Leave it empty to keep them for any time."
            error={read.days.error}
            value={days}
            onChange={setDays}
          />
          <CountField
            label="Ended runs kept at most"
            help="Leave it empty to keep any number."
            error={read.count.error}
            value={count}
            onChange={setCount}
          />
        </Locked>
        {!wrong && <p className="text-ink-2">{retentionWords(wanted)}</p>}
      </form>
    </Dialog>
  );
}

function useSaveRetention(flowId: string, onSaved: () => void) {
  const update = useCommand(updateFlow, ['flows']);
  const save = (retention: Retention): void => {
    const saved = (): void => {
      toast('The flow’s settings are saved', { hint: retentionWords(retention) });
      onSaved();
    };
    update.mutate({ params: { id: flowId }, body: { retention } }, { onSuccess: saved });
  };
  return { save, busy: update.isPending, problem: problemIn(update) };
}

interface SaveButtonsProps {
  busy: boolean;
  disabled: boolean;
  onCancel: () => void;
}

function SaveButtons({ busy, disabled, onCancel }: SaveButtonsProps) {
  return (
    <>
      <Button onClick={onCancel}>Cancel</Button>
      <Button variant="primary" type="submit" form="flow-settings" busy={busy} disabled={disabled}>
        Save
      </Button>
    </>
  );
}

interface CountFieldProps {
  label: string;
  help: string;
  error: string | undefined;
  value: string;
  onChange: (text: string) => void;
}

function CountField({ label, help, error, value, onChange }: CountFieldProps) {
  return (
    <Field label={label} help={help} error={error}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="tabular-nums"
        />
      )}
    </Field>
  );
}
