import { isTrigger, type FlowNode, type NodeSettings } from '@patchbay/shared/flows';

import { Field, Input, Textarea } from '#ui';

import { RetryFields } from './inspector-retry.tsx';
import { usePatch } from './use-patch.ts';

/** How a step is tried, how long it may take, and what its author notes about it. */
export function InspectorSettings({ node }: { node: FlowNode }) {
  const patch = usePatch(node);
  const set = (changes: Partial<NodeSettings>, what: string): void =>
    patch({ settings: { ...node.settings, ...changes } }, what);
  return (
    <div className="flex flex-col gap-4 p-4">
      {!isTrigger(node) && (
        <>
          <RetryFields retry={node.settings.retry} onChange={(retry) => set({ retry }, 'Retry')} />
          <Field label="Time one try may take (seconds)" help="Empty: the connector’s own limit.">
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0.001}
                max={86_400}
                value={node.settings.timeoutMs === undefined ? '' : node.settings.timeoutMs / 1000}
                onChange={(event) =>
                  set({ timeoutMs: toMs(event.target.valueAsNumber) }, 'Timeout')
                }
              />
            )}
          </Field>
          <ErrorExit />
        </>
      )}
      <Field label="Notes" help="For whoever works on this flow next.">
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            maxLength={10_000}
            value={node.settings.notes ?? ''}
            onChange={(event) => set({ notes: event.target.value || undefined }, 'Notes')}
          />
        )}
      </Field>
    </div>
  );
}

function toMs(seconds: number): number | undefined {
  return Number.isNaN(seconds) || seconds <= 0
    ? undefined
    : Math.min(86_400_000, Math.max(1, Math.round(seconds * 1000)));
}

function ErrorExit() {
  return (
    <div className="rounded-lg border border-line p-3">
      <p className="font-medium">When all tries fail</p>
      <p className="text-ink-2">
        The run fails here, unless a wire leaves by the red exit below the card: then it goes on
        there, with the problem as what comes out of this step.
      </p>
    </div>
  );
}
