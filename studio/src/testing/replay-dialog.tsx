import type { RunSummary } from '@patchbay/shared/runs';
import { previewReplay, replayRuns, type ReplayRequest } from '@patchbay/shared/testing';
import { useState } from 'react';

import { CodeEditor } from '#form';
import { count, problemIn, useCommand } from '#lib';
import { Button, Dialog, Field, ProblemNote, Select } from '#ui';

import { ReplayRow } from './replay-row.tsx';

interface ReplayDialogProps {
  runs: RunSummary[];
  onClose: () => void;
}

type Plan = Omit<ReplayRequest, 'runs'>;

const FROMS = [
  { value: 'failed', label: 'From the failed step; what was done stays done' },
  { value: 'start', label: 'From the start' },
] as const;
const VERSIONS = [
  { value: 'draft', label: 'The draft: try out what was mended' },
  { value: 'newest', label: 'The live version' },
  { value: 'same', label: 'The version each ran with' },
] as const;

const isDone = ({ status }: RunSummary): boolean => status === 'done';
const isFailed = ({ status }: RunSummary): boolean => status === 'failed';

/** The plan, its preview, and what was started of it. */
function useReplay(runs: RunSummary[]) {
  const from = runs.every(isDone) ? 'start' : 'failed';
  const [plan, setPlan] = useState<Plan>({ from, version: 'draft', patch: 'trigger' });
  const preview = useCommand(previewReplay);
  const replay = useCommand(replayRuns, ['runs', 'flows.list']);
  const [done, setDone] = useState<Map<string, string | undefined>>(new Map());
  const note = (items: { run: string; retry?: string }[]): void =>
    setDone((before) => new Map([...before, ...items.map((o) => [o.run, o.retry] as const)]));
  const body = (some: RunSummary[]) => ({ ...plan, runs: some.map(({ id }) => id) });
  return {
    plan,
    done,
    items: preview.data?.items ?? [],
    open: runs.filter(({ id }) => !done.has(id)),
    problem: problemIn(preview) ?? problemIn(replay),
    isPreviewing: preview.isPending,
    isStarting: replay.isPending,
    look: () => preview.mutate({ body: body(runs) }),
    start: (some: RunSummary[]) =>
      replay.mutate({ body: body(some) }, { onSuccess: ({ items }) => note(items) }),
    change: (next: Partial<Plan>) => {
      preview.reset();
      setPlan({ ...plan, ...next });
    },
  };
}

/** Runs failed runs again: patched or on a mended flow, previewed, one first, then the rest. */
export function ReplayDialog({ runs, onClose }: ReplayDialogProps) {
  const replay = useReplay(runs);
  const { plan, done, items, problem } = replay;
  return (
    <Dialog
      open
      size="xl"
      onClose={onClose}
      dismissable={false}
      title={`Replay ${count(runs.length, runs.every(isFailed) ? 'failed run' : 'run')}`}
      description="Idempotency keys stay those of the first run, so nothing is done twice."
      actions={<ReplayActions replay={replay} onClose={onClose} />}
    >
      <div className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} />}
        <PlanFields plan={plan} done={runs.filter(isDone).length} onChange={replay.change} />
        <ul aria-label="Runs" className="divide-y divide-line rounded-md border border-line">
          {runs.map((run) => (
            <ReplayRow
              key={run.id}
              run={run}
              preview={items.find((item) => item.run === run.id)}
              isDone={done.has(run.id)}
              retry={done.get(run.id)}
            />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

interface ReplayActionsProps {
  replay: ReturnType<typeof useReplay>;
  onClose: () => void;
}

function ReplayActions({ replay, onClose }: ReplayActionsProps) {
  const { open, done, isStarting } = replay;
  const isOver = open.length === 0;
  return (
    <>
      <Button onClick={onClose}>Close</Button>
      <Button busy={replay.isPreviewing} onClick={replay.look}>
        Preview
      </Button>
      <Button busy={isStarting} disabled={isOver} onClick={() => replay.start(open.slice(0, 1))}>
        Try one
      </Button>
      <Button
        variant="primary"
        busy={isStarting}
        disabled={isOver}
        onClick={() => replay.start(open)}
      >
        {isOver
          ? 'All are replayed'
          : done.size > 0
            ? `Replay the other ${open.length}`
            : 'Replay all'}
      </Button>
    </>
  );
}

interface PlanFieldsProps {
  plan: Plan;
  /** How many of the runs were done, so that no step of theirs failed. */
  done: number;
  onChange: (change: Partial<Plan>) => void;
}

function PlanFields({ plan, done, onChange }: PlanFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-4">
      <Field label="Run them on">
        {(control) => (
          <Select
            {...control}
            choices={VERSIONS}
            value={plan.version}
            onChange={(version) => onChange({ version })}
          />
        )}
      </Field>
      <Field
        label="Starting"
        help={
          plan.from === 'failed' && done > 0
            ? `${count(done, 'run')} of these did not fail: nothing of them is performed again.`
            : undefined
        }
      >
        {(control) => (
          <Select
            {...control}
            choices={FROMS}
            value={plan.from}
            onChange={(from) => onChange({ from })}
          />
        )}
      </Field>
      <Field
        className="col-span-2"
        label="Patch of the payload"
        help="JSONata that gives the whole new payload; the old one is trigger, which alone changes nothing."
      >
        {() => (
          <CodeEditor
            label="Patch of the payload"
            value={plan.patch ?? ''}
            onChange={(patch) => onChange({ patch })}
            height={72}
          />
        )}
      </Field>
    </div>
  );
}
