import { createTest, Masker, type CallRecord } from '@patchbay/shared/testing';
import { useNavigate } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';

import { useMay } from '#access';
import { toProblem, useCommand } from '#lib';
import { Button, toast, toastProblem } from '#ui';

/** Saves a call as a test of its connection: it must go as well, or fail as it did. */
export function SaveCall({ record }: { record: CallRecord }) {
  const may = useMay('flow.edit');
  const navigate = useNavigate();
  const command = useCommand(createTest, ['testing']);
  const { connector, version, action, connection, ok, input, dryRun } = record;
  if (!may || !connection) return null;
  const subject = `connection:${connection}`;
  const save = (): void => {
    const masker = new Masker();
    masker.learn(input);
    command.mutate(
      {
        params: { subject },
        body: {
          name: `${action}, ${ok ? 'works' : 'fails'}`,
          scope: { kind: 'action', connector, version, action, dryRun },
          input: masker.mask(input),
          outcome: ok ? 'done' : 'failed',
        },
      },
      {
        onSuccess: () => {
          toast('Saved as a test of the connection');
          void navigate({ to: '/testing', search: { tab: 'tests', subject } });
        },
        onError: (error) => toastProblem(toProblem(error)),
      },
    );
  };
  return (
    <Button size="sm" icon={<FlaskConical />} busy={command.isPending} onClick={save}>
      Save as test
    </Button>
  );
}
