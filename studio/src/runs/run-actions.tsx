import { toProblem } from '@patchbay/shared/base';
import { cancelRun, hasEnded, retryRun } from '@patchbay/shared/runs';
import type { RunView } from '@patchbay/shared/runs';
import { Link, useNavigate } from '@tanstack/react-router';
import { Ban, ChevronDown, CornerUpLeft, Eye, Pencil, RotateCcw } from 'lucide-react';

import { useMay } from '#access';
import { useCommand } from '#lib';
import { SaveTest } from '#testing';
import { Button, buttonClass, Menu, toast, toastProblem, Tooltip } from '#ui';

import type { RunRecord } from './use-run.ts';

interface RunActionsProps {
  record: RunRecord;
  view: RunView;
}

/** Cancel while it runs; afterwards run it again, from where it failed or from the start. */
export function RunActions({ record, view }: RunActionsProps) {
  const mayControl = useMay('run.control');
  const mayStart = useMay('run.start');
  const mayEdit = useMay('flow.edit');
  const cancel = useCommand(cancelRun, ['runs.list', 'runs.get', 'flows.list']);
  const { run } = record;
  const stop = (): void =>
    cancel.mutate(
      { params: { id: run.id } },
      {
        onSuccess: () => toast('The run is cancelled'),
        onError: (error) => toastProblem(toProblem(error)),
      },
    );
  return (
    <div className="flex items-center gap-2">
      <Link
        to="/flows/$flowId"
        params={{ flowId: run.flowId }}
        search={{ run: run.id }}
        className={buttonClass()}
      >
        {mayEdit ? <Pencil aria-hidden /> : <Eye aria-hidden />}
        {mayEdit ? 'Debug this run' : 'See it on the canvas'}
      </Link>
      {hasEnded(view.status) && view.status !== 'done' && mayStart && <IntoDraft run={run} />}
      {!hasEnded(view.status) && mayControl && (
        <Tooltip content="What is done stays done; no further step begins">
          <Button variant="danger" icon={<Ban />} busy={cancel.isPending} onClick={stop}>
            Cancel run
          </Button>
        </Tooltip>
      )}
      {hasEnded(view.status) && <SaveTest run={run.id} size="md" />}
      {hasEnded(view.status) && mayStart && <RetryMenu record={record} view={view} />}
    </div>
  );
}

/** Starts the draft with what a failed run was started with, and shows it on the canvas. */
function IntoDraft({ run }: Pick<RunRecord, 'run'>) {
  const navigate = useNavigate();
  const retry = useCommand(retryRun, ['runs', 'flows.list']);
  const send = (): void =>
    retry.mutate(
      { params: { id: run.id }, body: { from: 'start', version: 'draft' } },
      {
        onSuccess: (made) =>
          void navigate({
            to: '/flows/$flowId',
            params: { flowId: run.flowId },
            search: { run: made.run },
          }),
        onError: (error) => toastProblem(toProblem(error)),
      },
    );
  const what = run.trigger === 'webhook' ? 'webhook' : 'payload';
  return (
    <Tooltip content={`Starts the draft with this run’s ${what}; idempotency keys stay the same`}>
      <Button icon={<CornerUpLeft />} busy={retry.isPending} onClick={send}>
        {`Send the ${what} into the draft`}
      </Button>
    </Tooltip>
  );
}

type Version = 'same' | 'newest' | 'draft';

const VERSIONS: [Version, string][] = [
  ['same', 'same version'],
  ['newest', 'newest version'],
  ['draft', 'draft'],
];

function RetryMenu({ record, view }: RunActionsProps) {
  const retry = useRetry(record.run.id);
  const isDone = view.status === 'done';
  const fromFailed = VERSIONS.map(([version, words]) => ({
    label: `From the failed step, ${words}`,
    onSelect: () => retry.start('failed', version),
  }));
  const fromStart = VERSIONS.map(([version, words]) => ({
    label: `From the start, ${words}`,
    onSelect: () => retry.start('start', version),
  }));
  return (
    <Menu
      trigger={
        <Button variant="primary" icon={<RotateCcw />} busy={retry.isPending}>
          Retry
          <ChevronDown aria-hidden />
        </Button>
      }
      items={isDone ? fromStart : [...fromFailed, '-', ...fromStart]}
    />
  );
}

/** Starts a run anew and opens it. */
export function useRetry(run: string) {
  const navigate = useNavigate();
  const retry = useCommand(retryRun, ['runs', 'flows.list']);
  const start = (from: 'start' | 'failed', version: Version): void =>
    retry.mutate(
      { params: { id: run }, body: { from, version } },
      {
        onSuccess: (made) => void navigate({ to: '/runs/$runId', params: { runId: made.run } }),
        onError: (error) => toastProblem(toProblem(error)),
      },
    );
  return { start, isPending: retry.isPending };
}
