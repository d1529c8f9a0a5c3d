import type { Json } from '@patchbay/shared/base';
import { getFlow, listFlows, type FlowGraph } from '@patchbay/shared/flows';
import { changeWorkbench, isPinnable } from '@patchbay/shared/runs';
import type { CallRecord } from '@patchbay/shared/testing';
import { useNavigate } from '@tanstack/react-router';
import { Pin } from 'lucide-react';
import { useState } from 'react';

import { useMay } from '#access';
import { problemIn, useCommand, useEndpoint } from '#lib';
import { Button, Combobox, Dialog, Field, ProblemNote, type Choice } from '#ui';

import { titleOfStep } from './test-ground.ts';

interface PinCallProps {
  record: CallRecord;
  output: Json;
}

/** Lets what a call gave be the pinned output of a step, chosen in a dialog. */
export function PinCall(props: PinCallProps) {
  const may = useMay('flow.edit');
  const [isOpen, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button size="sm" variant="ghost" icon={<Pin />} onClick={() => setOpen(true)}>
        Use as pinned output
      </Button>
      {isOpen && <PinDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function PinDialog({ record, output, onClose }: PinCallProps & { onClose: () => void }) {
  const navigate = useNavigate();
  const pin = useCommand(changeWorkbench, ['runs.getWorkbench']);
  const [flow, setFlow] = useState<string>();
  const [chosen, setChosen] = useState<string>();
  const params = { id: flow ?? '' };
  const graph = useEndpoint(getFlow, { params }, { enabled: flow !== undefined }).data?.graph;
  const steps = graph ? stepsFor(graph, record) : [];
  const node = chosen ?? steps[0]?.value;
  const problem = problemIn(pin);
  const save = (): void =>
    pin.mutate(
      { params, body: { pins: { [node ?? '']: { output } } } },
      {
        onSuccess: () =>
          void navigate({ to: '/flows/$flowId', params: { flowId: params.id }, search: { node } }),
      },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="Use as pinned output"
      description="Test runs then take this instead of running the step. Production ignores it."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={pin.isPending} disabled={!node} onClick={save}>
            Pin it
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} />}
        <FlowField
          value={flow}
          onChange={(next) => {
            setFlow(next);
            setChosen(undefined);
          }}
        />
        <Field
          label="Step"
          help={graph && steps.length === 0 ? 'No step of this flow can be pinned.' : undefined}
        >
          {(control) => (
            <Combobox
              {...control}
              disabled={steps.length === 0}
              choices={steps}
              value={node}
              onChange={setChosen}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

interface FlowFieldProps {
  value: string | undefined;
  onChange: (flow: string) => void;
}

function FlowField(props: FlowFieldProps) {
  const flows = useEndpoint(listFlows, {}).data?.items ?? [];
  const choices = flows.map(({ id, name }) => ({ value: id, label: name.slice(0, 120) }));
  return (
    <Field label="Flow">
      {(control) => <Combobox {...control} choices={choices} {...props} />}
    </Field>
  );
}

/** Steps whose output can be pinned; those that make this very call come first. */
function stepsFor(graph: FlowGraph, { connector, action }: CallRecord): Choice[] {
  const makesIt = ({ config }: FlowGraph['nodes'][string]): boolean =>
    'action' in config && config.connector === connector && config.action === action;
  return Object.values(graph.nodes)
    .filter(isPinnable)
    .toSorted((a, b) => Number(makesIt(b)) - Number(makesIt(a)))
    .map((node) => ({
      value: node.id,
      label: titleOfStep(node),
      hint: makesIt(node) ? 'Makes this call' : undefined,
    }));
}
