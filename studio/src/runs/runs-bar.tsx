import { toProblem } from '@patchbay/shared/base';
import { cancelRun, type RunSummary } from '@patchbay/shared/runs';
import { Ban, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';

import { useMay } from '#access';
import { call, count, queryClient, refresh } from '#lib';
import { ReplayDialog } from '#testing';
import { Button, ConfirmDialog, IconButton, toast, toastProblem } from '#ui';

import { MOST, type RunSelection } from './runs-selection.ts';

interface RunsBarProps {
  selection: RunSelection;
  /** Loads and takes what else fits the filters; absent where nothing else does. */
  onAll?: () => Promise<void>;
  /** How many fit the filters, once it is known. */
  all?: number;
}

/** What can be done with the ticked runs, over the foot of the list so that no row moves. */
export function RunsBar({ selection, onAll, all }: RunsBarProps) {
  const { taken, clear } = selection;
  const [isLoading, setLoading] = useState(false);
  if (taken.length === 0) return null;
  const takeAll = (): void => {
    if (!onAll) return;
    setLoading(true);
    onAll()
      .catch((error: unknown) => toastProblem(toProblem(error)))
      .finally(() => setLoading(false));
  };
  return (
    <div
      role="toolbar"
      aria-label="Selected runs"
      className="absolute bottom-3 left-1/2 z-3 flex max-w-[calc(100%-24px)] -translate-x-1/2 animate-rise items-center gap-2 rounded-lg border border-line bg-raised p-2 pl-4 shadow-pop"
    >
      <span role="status" className="font-medium whitespace-nowrap tabular-nums">
        {count(taken.length, 'run')} selected
        {taken.length >= MOST && <span className="text-ink-3">, the most at a time</span>}
      </span>
      {onAll && taken.length < MOST && (
        <Button size="sm" variant="ghost" busy={isLoading} onClick={takeAll}>
          {all === undefined ? 'Select all that match' : `Select all ${all} that match`}
        </Button>
      )}
      <ReplayTaken selection={selection} />
      <CancelTaken selection={selection} />
      <IconButton label="Clear the selection" shortcut="Escape" size="sm" onClick={clear}>
        <X />
      </IconButton>
    </div>
  );
}

function ReplayTaken({ selection: { ended, going, clear } }: RunsBarProps) {
  const may = useMay('run.start');
  const [chosen, setChosen] = useState<RunSummary[]>();
  if (!may) return null;
  const close = (): void => {
    setChosen(undefined);
    clear();
  };
  return (
    <>
      {going.length > 0 && (
        <span className="text-sm whitespace-nowrap text-ink-3">
          {`${going.length} cannot be replayed: not ended yet`}
        </span>
      )}
      <Button
        size="sm"
        variant="primary"
        icon={<RotateCcw />}
        disabled={ended.length === 0}
        onClick={() => setChosen(ended)}
      >
        {ended.length === 0 ? 'Replay' : `Replay ${ended.length}…`}
      </Button>
      {chosen && <ReplayDialog runs={chosen} onClose={close} />}
    </>
  );
}

function CancelTaken({ selection: { going, clear } }: RunsBarProps) {
  const may = useMay('run.control');
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  if (!may || (going.length === 0 && !isAsking)) return null;
  const stop = async (): Promise<void> => {
    setBusy(true);
    const ids = going.map(({ id }) => id);
    try {
      for (const id of ids) await call(cancelRun, { params: { id } });
      toast(`${count(ids.length, 'run')} cancelled`);
      clear();
    } catch (error) {
      toastProblem(toProblem(error));
    }
    setBusy(false);
    setAsking(false);
    await refresh(queryClient, ['runs.list', 'runs.get', 'flows.list']);
  };
  return (
    <>
      <Button size="sm" variant="danger" icon={<Ban />} onClick={() => setAsking(true)}>
        {`Cancel ${going.length}…`}
      </Button>
      <ConfirmDialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={`Cancel ${count(going.length, 'run')}?`}
        verb="Cancel them"
        busy={isBusy}
        onConfirm={() => void stop()}
      >
        What is done stays done; no further step begins in them.
      </ConfirmDialog>
    </>
  );
}
