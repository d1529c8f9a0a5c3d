import { getConnector, type TriggerManifest } from '@patchbay/shared/catalog';
import type { NodeOf } from '@patchbay/shared/flows';

import { problemIn, useEndpoint } from '#lib';
import { Combobox, Field, ProblemNote } from '#ui';

import { ConnectionField, VersionLine } from './inspector-action.tsx';
import { TriggerStateLines } from './inspector-trigger-state.tsx';
import { useConfigPatch } from './use-patch.ts';

/** Which trigger of a connector, through which connection. */
export function EventConfig({ node }: { node: NodeOf<'event'> }) {
  const { connector, version, trigger } = node.config;
  const patch = useConfigPatch(node);
  const asked = useEndpoint(
    getConnector,
    { params: { id: connector, version } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  const problem = problemIn(asked);
  if (problem) return <ProblemNote problem={problem} />;
  const manifest = asked.data;
  if (!manifest) return <p className="text-ink-3">Reading the connector…</p>;
  const triggers = Object.entries(manifest.triggers);
  const chosen = triggers.find(([id]) => id === trigger)?.[1];
  return (
    <>
      {chosen?.description && <p className="text-ink-2">{chosen.description}</p>}
      <Field
        label="Trigger"
        help={chosen && helpFor(chosen)}
        error={chosen ? undefined : `${manifest.name} has no trigger "${trigger}". Choose another.`}
      >
        {(control) => (
          <Combobox
            {...control}
            value={trigger}
            choices={triggers.map(([id, { title, description }]) => ({
              value: id,
              label: title,
              hint: description,
            }))}
            onChange={(next) => patch({ trigger: next }, 'Trigger')}
          />
        )}
      </Field>
      <ConnectionField node={node} manifest={manifest} />
      {chosen && <TriggerStateLines node={node} declared={chosen} />}
      <VersionLine node={node} manifest={manifest} />
    </>
  );
}

function helpFor(trigger: TriggerManifest): string {
  if (trigger.type === 'poll')
    return `Looks every ${trigger.everyS} seconds once it is published. What is there then starts nothing.`;
  return trigger.subscribe
    ? 'The address is registered there when the flow is published, and taken off with it.'
    : 'You enter the address there once; it serves all flows of the connection.';
}
