import { listFlows, type NodeOf } from '@patchbay/shared/flows';
import { Link } from '@tanstack/react-router';

import { useEndpoint } from '#lib';
import { Combobox, Field, ProblemNote } from '#ui';

import { useEditor } from './editor-session.ts';
import { useConfigPatch } from './use-patch.ts';

/** Which flow is called: those with a "called" trigger. */
export function CallConfig({ node }: { node: NodeOf<'call'> }) {
  const editor = useEditor();
  const patch = useConfigPatch(node);
  const flows = useEndpoint(listFlows, {}).data?.items ?? [];
  const callable = flows.filter(
    (flow) => flow.id !== editor.flowId && flow.triggers.includes('called'),
  );
  const chosen = flows.find((flow) => flow.id === node.config.flow);
  const choices = callable.map((flow) => ({
    value: flow.id,
    label: flow.name,
    hint:
      flow.liveVersion === undefined ? 'Not published yet' : `Version ${flow.liveVersion} is live`,
  }));
  return (
    <>
      <Field label="Flow" required help="Flows that begin with “Called by a flow” are listed.">
        {(control) => (
          <Combobox
            {...control}
            value={node.config.flow}
            choices={choices}
            empty="No flow begins with “Called by a flow” yet."
            onChange={(flow) => patch({ flow }, 'Flow')}
          />
        )}
      </Field>
      {chosen && chosen.liveVersion === undefined && (
        <ProblemNote
          tone="wait"
          problem={{
            message: `"${chosen.name.slice(0, 80)}" is not published.`,
            hint: 'Calls run the live version, so publish it first.',
          }}
        />
      )}
      {chosen && (
        <Link
          to="/flows/$flowId"
          params={{ flowId: chosen.id }}
          className="text-accent hover:underline"
        >
          Open “{chosen.name.slice(0, 80)}”
        </Link>
      )}
    </>
  );
}
