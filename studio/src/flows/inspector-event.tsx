import { getConnector } from '@patchbay/shared/catalog';
import type { NodeOf } from '@patchbay/shared/flows';

import { problemIn, useEndpoint } from '#lib';
import { Combobox, Field, ProblemNote } from '#ui';

import { ConnectionField, VersionLine } from './inspector-action.tsx';
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
  const polls = Object.entries(manifest.triggers).filter(([, one]) => one.type === 'poll');
  const chosen = polls.find(([id]) => id === trigger)?.[1];
  const every = chosen?.type === 'poll' ? chosen.everyS : undefined;
  return (
    <>
      {chosen?.description && <p className="text-ink-2">{chosen.description}</p>}
      <Field
        label="Trigger"
        help={
          every !== undefined &&
          `Looks every ${every} seconds once it is published. What is there then starts nothing.`
        }
        error={
          chosen
            ? undefined
            : `${manifest.name} has no trigger "${trigger}" that looks for items. Choose another.`
        }
      >
        {(control) => (
          <Combobox
            {...control}
            value={trigger}
            choices={polls.map(([id, { title, description }]) => ({
              value: id,
              label: title,
              hint: description,
            }))}
            onChange={(next) => patch({ trigger: next }, 'Trigger')}
          />
        )}
      </Field>
      <ConnectionField node={node} manifest={manifest} />
      <VersionLine node={node} manifest={manifest} />
    </>
  );
}
