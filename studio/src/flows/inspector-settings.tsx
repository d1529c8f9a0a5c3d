import { isTrigger, type FlowNode, type NodeSettings } from '@patchbay/shared/flows';

import { Field, NumberField, Textarea } from '#ui';

import { StepFields } from './editor-read-only.tsx';
import { RetryFields } from './inspector-retry.tsx';
import { usePatch } from './use-patch.ts';

/** How a step is tried, how long it may take, and what its author notes about it. */
export function InspectorSettings({ node }: { node: FlowNode }) {
  const patch = usePatch(node);
  const { timeoutMs } = node.settings;
  const set = (changes: Partial<NodeSettings>, what: string): void =>
    patch({ settings: { ...node.settings, ...changes } }, what);
  return (
    <div className="flex flex-col gap-4 p-4">
      <StepFields>
        {!isTrigger(node) && (
          <>
            <RetryFields
              retry={node.settings.retry}
              onChange={(retry) => set({ retry }, 'Retry')}
            />
            <NumberField
              label="Time one try may take (seconds)"
              help="Empty: the connector’s own limit."
              min={0.001}
              max={86_400}
              value={timeoutMs === undefined ? undefined : timeoutMs / 1000}
              onChange={(seconds) => set({ timeoutMs: Math.round(seconds * 1000) }, 'Timeout')}
              onClear={() => set({ timeoutMs: undefined }, 'Timeout')}
            />
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
      </StepFields>
    </div>
  );
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
