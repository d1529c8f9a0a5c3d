import { setUpOwner } from '@patchbay/shared/access';
import { useState } from 'react';

import { problemIn, queryClient, refresh, sessionFound, useCommand } from '#lib';
import { Button, ProblemNote } from '#ui';

import { problemsAtDoor, type DoorDraft } from './door-draft.ts';
import { DoorField } from './door-field.tsx';
import { DoorPage } from './door-page.tsx';

const FIELDS = ['name', 'email', 'password'] as const;

/** The first visit: makes the owner and signs them in. */
export function SetUpPage() {
  const [owner, setOwner] = useState<DoorDraft>({ name: '', email: '', password: '' });
  const [tried, setTried] = useState(false);
  const command = useCommand(setUpOwner);
  const wrong = problemsAtDoor(setUpOwner.body, owner);
  const problem = problemIn(command);
  const send = (): void => {
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
    command.mutate({ body: owner }, { onSuccess: enter });
  };
  return (
    <DoorPage
      title="Welcome to Patchbay"
      lead="This is a new installation. You become its owner; everything stays on this machine."
      onSubmit={send}
    >
      {problem && <ProblemNote problem={problem} />}
      {FIELDS.map((name) => (
        <DoorField
          key={name}
          name={name}
          value={owner[name]}
          error={tried ? wrong[name] : undefined}
          onChange={(value) => setOwner({ ...owner, [name]: value })}
        />
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
