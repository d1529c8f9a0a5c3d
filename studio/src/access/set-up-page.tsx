import { setUpOwner } from '@patchbay/shared/access';
import { useState } from 'react';

import { problemIn, queryClient, refresh, sessionFound, useCommand } from '#lib';
import { Button, Field, Input, ProblemNote } from '#ui';

import { DoorPage } from './door-page.tsx';
import { problemsOfOwner, type OwnerDraft } from './owner-draft.ts';

const FIELDS = [
  { name: 'name', label: 'Your name', type: 'text', fill: 'name', help: undefined },
  { name: 'email', label: 'E-mail', type: 'email', fill: 'username', help: undefined },
  {
    name: 'password',
    label: 'Password',
    type: 'password',
    fill: 'new-password',
    help: 'At least 10 characters. A few words you will remember are best.',
  },
] as const;

/** The first visit: makes the owner and signs them in. */
export function SetUpPage() {
  const [owner, setOwner] = useState<OwnerDraft>({ name: '', email: '', password: '' });
  const [tried, setTried] = useState(false);
  const command = useCommand(setUpOwner);
  const errors = tried ? problemsOfOwner(owner) : {};
  const problem = problemIn(command);
  const send = (): void => {
    setTried(true);
    if (Object.keys(problemsOfOwner(owner)).length > 0) return;
    command.mutate({ body: owner }, { onSuccess: enter });
  };
  return (
    <DoorPage
      title="Welcome to Patchbay"
      lead="This is a new installation. You become its owner; everything stays on this machine."
      onSubmit={send}
    >
      {problem && <ProblemNote problem={problem} />}
      {FIELDS.map(({ name, label, type, fill, help }) => (
        <Field key={name} label={label} help={help} error={errors[name]}>
          {(control) => (
            <Input
              {...control}
              type={type}
              autoComplete={fill}
              value={owner[name]}
              onChange={(event) => setOwner({ ...owner, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Button type="submit" variant="primary" size="lg" busy={command.isPending}>
        Create the owner
      </Button>
    </DoorPage>
  );
}

function enter(): void {
  sessionFound();
  void refresh(queryClient, ['']);
}
