import type { FlowSummary } from '@patchbay/shared/flows';
import { setLive } from '@patchbay/shared/versions';

import { problemIn, useCommand } from '#lib';
import { ConfirmDialog, toast } from '#ui';

import { flowStops } from './flow-stops.ts';

interface TakeOffFlowProps {
  flow: Pick<FlowSummary, 'id' | 'name' | 'triggers' | 'liveVersion'>;
  onClose: () => void;
}

/** Asks before a live flow is taken off, naming what stops with it. */
export function TakeOffFlow({ flow, onClose }: TakeOffFlowProps) {
  const command = useCommand(setLive, ['flows', 'versions']);
  const confirm = (): void =>
    command.mutate(
      { params: { id: flow.id }, body: { version: null } },
      {
        onSuccess: () => {
          onClose();
          toast(`“${flow.name.slice(0, 80)}” is off`);
        },
      },
    );
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title="Take this flow off?"
      verb="Take off"
      busy={command.isPending}
      problem={problemIn(command)}
      onConfirm={confirm}
    >
      <p>
        <strong className="line-clamp-3 text-ink">{flow.name}</strong> is live with version{' '}
        {flow.liveVersion}. Runs that are under way go on to their end.
      </p>
      <ul className="list-disc pl-5">
        {[...flowStops(flow), 'Nobody can start it but as a draft.'].map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
