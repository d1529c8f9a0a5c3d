import type { ProjectSummary } from '@patchbay/shared/access';
import { problemSchema, type Problem } from '@patchbay/shared/base';
import type { FlowSummary } from '@patchbay/shared/flows';
import { useState } from 'react';
import { z } from 'zod';

import { openFlowIn, useOtherProjectsFor } from '#access';
import { problemIn } from '#lib';
import { Button, Dialog, Field, MonogramTile, ProblemNote, Select, toast } from '#ui';

import { useMoveFlow } from './flows-page-commands.ts';

interface MoveFlowProps {
  flow: FlowSummary;
  onClose: () => void;
}

/** Moves a flow to another project; what would break there is said one by one. */
export function MoveFlow({ flow, onClose }: MoveFlowProps) {
  const others = useOtherProjectsFor('flow.edit');
  const [chosen, setChosen] = useState<string>();
  const move = useMoveFlow();
  const to = others.find(({ id }) => id === chosen) ?? others[0];
  const problem = problemIn(move);
  const done = (): void => {
    onClose();
    if (!to) return;
    toast(`“${flow.name.slice(0, 80)}” is in ${to.name.slice(0, 80)} now`, {
      action: { label: 'Open it there', onClick: () => openFlowIn(to.id, flow.id) },
    });
  };
  // Its row is gone from the list by then, and this dialog with it.
  const send = async (): Promise<void> => {
    if (!to) return;
    const input = { params: { id: flow.id }, body: { project: to.id } };
    if (await move.mutateAsync(input).catch(() => undefined)) done();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title="Move to another project"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={move.isPending}
            disabled={!to}
            onClick={() => void send()}
          >
            Move flow
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="break-words text-ink-2">
          <strong className="font-medium text-ink">{flow.name.slice(0, 80)}</strong> goes with its
          versions, runs and tests. What is live stays live, at the same addresses.
        </p>
        <ProjectField
          projects={others}
          chosen={to?.id}
          onChoose={(id) => {
            setChosen(id);
            move.reset();
          }}
        />
        {problem && <Refusal problem={problem} to={to?.name ?? ''} />}
      </div>
    </Dialog>
  );
}

interface ProjectFieldProps {
  projects: ProjectSummary[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

function ProjectField({ projects, chosen, onChoose }: ProjectFieldProps) {
  const choices = projects.map(({ id, name }) => ({
    value: id,
    label: name,
    icon: <MonogramTile id={id} name={name} size="sm" />,
  }));
  return (
    <Field label="Project">
      {(control) => <Select {...control} choices={choices} value={chosen} onChange={onChoose} />}
    </Field>
  );
}

const detailsSchema = z.object({ problems: z.array(problemSchema) });

/** Why it can't be moved: each thing that would stop working, with what to do about it. */
function Refusal({ problem, to }: { problem: Problem; to: string }) {
  const reasons = detailsSchema.safeParse(problem.details).data?.problems;
  if (!reasons) return <ProblemNote problem={problem} answers />;
  return (
    <ProblemNote problem={{ message: `It can’t move to “${to}” yet.`, hint: '' }} answers>
      <ul className="mt-1 list-disc space-y-1 pl-4">
        {reasons.map(({ message, hint }) => (
          <li key={message}>
            {message} <span className="text-ink-2">{hint}</span>
          </li>
        ))}
      </ul>
    </ProblemNote>
  );
}
