import { saveRunAsTest } from '@patchbay/shared/testing';
import { useNavigate } from '@tanstack/react-router';
import { FlaskConical } from 'lucide-react';

import { useMay } from '#access';
import { count, toProblem, useCommand } from '#lib';
import { Button, Menu, toast, toastProblem } from '#ui';

interface SaveTestProps {
  run: string;
  /** The step that can be saved alone, and what it can be saved as. */
  step?: string;
  isAction?: boolean;
  /** Of the button, so that it is like those beside it. */
  size?: 'sm' | 'md';
}

type Scope = 'flow' | 'node' | 'mapping' | 'action';

const WORDS: Record<Scope, string> = {
  flow: 'The whole run',
  node: 'This step',
  mapping: 'This step’s mapping',
  action: 'The call to its connection',
};

/** Saves a run, or one of its steps, as a test: one click, secrets and people masked. */
export function SaveTest({ run, step, isAction, size = 'sm' }: SaveTestProps) {
  const may = useMay('flow.edit');
  const navigate = useNavigate();
  const command = useCommand(saveRunAsTest, ['testing']);
  if (!may) return null;
  const save = (scope: Scope): void =>
    command.mutate(
      { params: { id: run }, body: { scope, step: scope === 'flow' ? undefined : step } },
      {
        onSuccess: ({ subject, test, masked }) => {
          toast(`Saved as a test: ${test.name}`, {
            hint: `${count(masked, 'secret or personal value')} masked.`,
          });
          void navigate({ to: '/testing', search: { tab: 'tests', subject } });
        },
        onError: (error) => toastProblem(toProblem(error)),
      },
    );
  const scopes: Scope[] = step ? ['node', 'mapping'] : ['flow'];
  if (step && isAction) scopes.push('action');
  const button = (
    <Button size="sm" icon={<FlaskConical />} busy={command.isPending}>
      Save step as test
    </Button>
  );
  if (scopes.length === 1) {
    return (
      <Button
        size={size}
        icon={<FlaskConical />}
        busy={command.isPending}
        onClick={() => save('flow')}
      >
        Save as test
      </Button>
    );
  }
  return (
    <Menu
      trigger={button}
      items={scopes.map((scope) => ({ label: WORDS[scope], onSelect: () => save(scope) }))}
    />
  );
}
