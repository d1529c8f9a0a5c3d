import type { Payload } from '@patchbay/shared/base';

import { formatBytes } from '#lib';
import { Button, EmptyState, JsonView, ProblemNote } from '#ui';

import { usePayload } from './use-run.ts';

interface PayloadViewProps {
  runId: string;
  payload: Payload | undefined;
  label: string;
  /** Said when there is none. */
  none: string;
  rootPath?: string;
}

/** A value of the journal; a large one is fetched on demand. */
export function PayloadView({ runId, payload, label, none, rootPath }: PayloadViewProps) {
  const state = usePayload(runId, payload);
  if (!payload) return <p className="p-4 text-ink-3">{none}</p>;
  if (state.loaded)
    return <JsonView value={state.loaded.value} label={label} rootPath={rootPath} />;
  const button = (
    <Button busy={state.isLoading} onClick={state.load}>
      Load it
    </Button>
  );
  if (state.problem) return <ProblemNote problem={state.problem} action={button} className="m-3" />;
  return (
    <EmptyState
      title={`${label} of ${formatBytes(state.size ?? 0)}`}
      action={button}
      className="py-6"
    >
      Large values are kept beside the journal and loaded when you ask.
    </EmptyState>
  );
}
