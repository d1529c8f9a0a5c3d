import { cancelRun, hasEnded, listRuns, retryRun, type RunSummary } from '@patchbay/shared/runs';
import { Link } from '@tanstack/react-router';
import { useAtom, useAtomValue, useSetAtom } from 'jotai';
import { ChevronDown, ExternalLink } from 'lucide-react';
import { useEffect, useRef } from 'react';

import { useMay } from '#access';
import { formatAgo, toProblem, useCommand, useEndpoint } from '#lib';
import { SaveTest } from '#testing';
import { Button, IconButton, Select, StatusGlyph, statusLook, toastProblem } from '#ui';

import { DrawerPause, isPausedStep } from './drawer-pause.tsx';
import { useEditor } from './editor-session.ts';
import { drawerOpenAtom, runIdAtom, runLineAtom, runViewAtom } from './editor.atoms.ts';
import { statusNow } from './run-overlay.ts';

/** The drawer's bar: which run, how it stands, what can be done with it. */
export function DrawerHead() {
  const setOpen = useSetAtom(drawerOpenAtom);
  const run = useAtomValue(runIdAtom);
  const view = useAtomValue(runViewAtom);
  const isOver = view !== undefined && hasEnded(view.status);
  return (
    <header className="@container flex h-10 shrink-0 items-center gap-3 border-b border-line px-3">
      <div className="flex min-w-0 flex-1 items-center gap-3">
        <RunPicker />
        <RunState />
        <DrawerPause />
      </div>
      <RunActions />
      <span className="@max-[680px]:hidden">{run && isOver && <SaveTest run={run} />}</span>
      {run && (
        <Link
          to="/runs/$runId"
          params={{ runId: run }}
          className="flex shrink-0 items-center gap-1 text-sm whitespace-nowrap text-accent hover:underline"
        >
          <span className="@max-[680px]:sr-only">Open run</span>
          <ExternalLink aria-hidden className="size-3.5" />
        </Link>
      )}
      <IconButton label="Hide" shortcut="J" size="sm" onClick={() => setOpen(false)}>
        <ChevronDown />
      </IconButton>
    </header>
  );
}

function RunPicker() {
  const editor = useEditor();
  const [run, setRun] = useAtom(runIdAtom);
  const query = { flow: editor.flowId, limit: 30 };
  const items = useEndpoint(listRuns, { query }, { keepPrevious: true }).data?.items ?? [];
  const known = items.some((item) => item.id === run);
  const newest = items[0]?.id;
  const begun = useRef(false);
  // Opened without a run, it shows the last one; once, so that a run that can't be read stays away.
  useEffect(() => {
    if (begun.current || newest === undefined) return;
    begun.current = true;
    setRun((shown) => shown ?? newest);
  }, [newest, setRun]);
  const choices = items.map((item) => ({ value: item.id, label: runWords(item) }));
  if (run && !known) choices.unshift({ value: run, label: 'This run' });
  return (
    <div className="w-72 min-w-32 shrink">
      <Select
        size="sm"
        aria-label="Run that is shown"
        placeholder={items.length > 0 ? 'Choose a past run…' : 'No runs yet'}
        value={run}
        onChange={setRun}
        choices={choices}
      />
    </div>
  );
}

function runWords(run: RunSummary): string {
  const what = run.version === undefined ? 'test' : `v${run.version}`;
  return `${statusLook(run.status).word} · ${formatAgo(run.createdAt)} · ${what} · ${run.trigger}`;
}

function RunState() {
  const view = useAtomValue(runViewAtom);
  const line = useAtomValue(runLineAtom);
  // What stands before a breakpoint says so itself.
  const isPaused = Object.values(view?.steps ?? {}).some(isPausedStep);
  if (!view || (isPaused && line !== 'lost')) return null;
  return (
    <span role="status" className="flex min-w-0 items-center gap-3">
      <StatusGlyph status={statusNow(view)} />
      {line === 'lost' && <span className="text-wait">The line was cut; catching up…</span>}
      {view.problem && <span className="truncate text-fail">{view.problem.message}</span>}
    </span>
  );
}

function RunActions() {
  const editor = useEditor();
  const [run, setRun] = useAtom(runIdAtom);
  const view = useAtomValue(runViewAtom);
  const retry = useCommand(retryRun, ['runs.list']);
  const cancel = useCommand(cancelRun, ['runs.list']);
  const mayRetry = useMay(retryRun.permission);
  const mayStop = useMay(cancelRun.permission);
  if (!run || !view) return null;
  const again = async (): Promise<void> => {
    try {
      // The mended draft must be saved before it is what runs.
      await editor.queue.flush();
      const made = await retry.mutateAsync({
        params: { id: run },
        body: { from: 'failed', version: 'draft' },
      });
      setRun(made.run);
    } catch (error) {
      toastProblem(toProblem(error));
    }
  };
  const stop = (): void =>
    cancel.mutate({ params: { id: run } }, { onError: (error) => toastProblem(toProblem(error)) });
  if (!hasEnded(view.status)) {
    return (
      mayStop && (
        <Button size="sm" busy={cancel.isPending} onClick={stop}>
          Stop the run
        </Button>
      )
    );
  }
  if (!mayRetry || (view.status !== 'failed' && view.status !== 'cancelled')) return null;
  return (
    <Button size="sm" variant="primary" busy={retry.isPending} onClick={() => void again()}>
      Retry from the failed step
    </Button>
  );
}
