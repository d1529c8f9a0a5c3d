import { useAtom, useAtomValue } from 'jotai';
import { ChevronUp } from 'lucide-react';
import { useEffect } from 'react';

import { useMay } from '#access';
import { StepDetail, Waterfall } from '#runs';
import { Duration, EmptyState, StatusGlyph } from '#ui';

import { selectedAtom } from './canvas.atoms.ts';
import { DrawerHead } from './drawer-head.tsx';
import { goTo } from './editor-commands.ts';
import { useEditor } from './editor-session.ts';
import {
  drawerOpenAtom,
  drawerStepAtom,
  runGraphAtom,
  runIdAtom,
  runInputAtom,
  runViewAtom,
} from './editor.atoms.ts';
import { statusNow } from './run-overlay.ts';
import { useResize } from './use-resize.ts';

/** The drawer below the canvas: a run as a waterfall, and its chosen step in full. */
export function Drawer() {
  const [open, setOpen] = useAtom(drawerOpenAtom);
  if (open) return <OpenDrawer />;
  return (
    <button
      type="button"
      onClick={() => setOpen(true)}
      className="flex h-8 shrink-0 items-center gap-2 border-t border-line bg-panel px-3 text-ink-2 hover:bg-hover"
    >
      <ChevronUp aria-hidden className="size-4" />
      Last run
      <ClosedStatus />
    </button>
  );
}

function ClosedStatus() {
  const view = useAtomValue(runViewAtom);
  if (!view) return null;
  return (
    <>
      <StatusGlyph status={statusNow(view)} />
      {view.startedAt !== undefined && (
        <span className="text-ink-3">
          <Duration from={view.startedAt} to={view.endedAt} />
        </span>
      )}
    </>
  );
}

function OpenDrawer() {
  const { size, handle } = useResize({
    name: 'drawer',
    start: 300,
    min: 140,
    max: 800,
    edge: 'top',
  });
  return (
    <section
      data-region="drawer"
      aria-label="Last run"
      style={{ height: size }}
      className="relative flex shrink-0 flex-col border-t border-line bg-panel"
    >
      <div
        {...handle}
        aria-label="Height of the drawer"
        className="absolute -top-1 z-10 h-2 w-full cursor-row-resize touch-none"
      />
      <DrawerHead />
      <DrawerBody />
    </section>
  );
}

function DrawerBody() {
  const editor = useEditor();
  const run = useAtomValue(runIdAtom);
  const view = useAtomValue(runViewAtom);
  const graph = useAtomValue(runGraphAtom);
  const input = useAtomValue(runInputAtom);
  const [step, setStep] = useAtom(drawerStepAtom);
  const mayRun = useMay('run.start');
  useFollowSelection();
  if (!run || !view || !graph) {
    return (
      <EmptyState title="No run to show">
        {mayRun && 'Press Test run to try the draft, or choose'}
        {!mayRun && 'Choose'} a past run above.
      </EmptyState>
    );
  }
  const choose = (id: string): void => {
    setStep(id);
    const node = view.steps[id]?.node;
    if (node) goTo(editor, node);
  };
  return (
    <div className="flex min-h-0 flex-1">
      <div className="min-w-0 flex-2 overflow-hidden border-r border-line">
        <Waterfall graph={graph} view={view} selected={step} onSelect={choose} />
      </div>
      <div className="min-w-0 flex-3 overflow-hidden">
        <StepDetail
          graph={graph}
          view={view}
          step={step}
          runId={run}
          input={input}
          flowId={editor.flowId}
        />
      </div>
    </div>
  );
}

/** A node selected on the canvas shows its last step; a run that failed shows where. */
function useFollowSelection(): void {
  const view = useAtomValue(runViewAtom);
  const selected = useAtomValue(selectedAtom).nodes[0];
  const [step, setStep] = useAtom(drawerStepAtom);
  const failed = view?.failedStep;
  useEffect(() => {
    if (failed) setStep(failed);
  }, [failed, setStep]);
  useEffect(() => {
    if (!view || !selected || view.steps[step ?? '']?.node === selected) return;
    const last = Object.values(view.steps).findLast((one) => one.node === selected);
    if (last) setStep(last.id);
  }, [view, selected, step, setStep]);
}
