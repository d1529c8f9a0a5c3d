import { continueRun, type StepView } from '@patchbay/shared/runs';
import { useAtomValue } from 'jotai';
import { Play, StepForward } from 'lucide-react';

import { useMay } from '#access';
import { toProblem, useCommand } from '#lib';
import { Button, toastProblem } from '#ui';

import { runGraphAtom, runIdAtom, runViewAtom } from './editor.atoms.ts';

/** Whether a step stands before a breakpoint now. */
export const isPausedStep = ({ paused, status }: StepView): boolean =>
  paused === true && status === 'waiting';

/** A test run that stands before a breakpoint goes on from here. */
export function DrawerPause() {
  const run = useAtomValue(runIdAtom);
  const view = useAtomValue(runViewAtom);
  const graph = useAtomValue(runGraphAtom);
  const command = useCommand(continueRun);
  const may = useMay(continueRun.permission);
  const paused = Object.values(view?.steps ?? {}).filter(isPausedStep);
  if (!run || paused.length === 0) return null;
  const titles = paused.map((step) => graph?.nodes[step.node]?.title ?? step.node);
  const goOn = (stepping: boolean): void =>
    command.mutate(
      { params: { id: run }, body: { stepping } },
      { onError: (error) => toastProblem(toProblem(error)) },
    );
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span role="status" className="truncate text-wait" title={titles.join(', ')}>
        Paused before {titles.join(', ')}
      </span>
      {may && (
        <>
          <Button
            size="sm"
            icon={<StepForward />}
            busy={command.isPending}
            onClick={() => goOn(true)}
          >
            Step
          </Button>
          <Button size="sm" icon={<Play />} busy={command.isPending} onClick={() => goOn(false)}>
            Go on
          </Button>
        </>
      )}
    </span>
  );
}
