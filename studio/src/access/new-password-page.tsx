import { setPassword } from '@patchbay/shared/access';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';

import { problemIn, useCommand } from '#lib';
import { Button, buttonClass, EmptyState, ProblemNote } from '#ui';

import { problemsAtDoor } from './door-draft.ts';
import { DoorField } from './door-field.tsx';
import { DoorPage } from './door-page.tsx';
import { LinkGone } from './link-gone.tsx';
import { useLinkSecret } from './use-link-secret.ts';

/** Where the link of an owner leads for who forgot the password. */
export function NewPasswordPage() {
  const secret = useLinkSecret();
  const [password, change] = useState('');
  const [tried, setTried] = useState(false);
  const command = useCommand(setPassword);
  const problem = problemIn(command);
  const wrong = problemsAtDoor(setPassword.body, { secret, password });
  const send = (): void => {
    setTried(true);
    if (wrong.password === undefined && !command.isPending)
      command.mutate({ body: { secret, password } });
  };
  if (secret === '' || problem?.code === 'not_found') return <NoLink />;
  if (command.data) return <Changed />;
  return (
    <DoorPage
      title="Choose a new password"
      lead="You sign in with it from then on; wherever you are signed in now, you are signed out."
      onSubmit={send}
    >
      {problem && <ProblemNote problem={problem} />}
      <DoorField
        name="password"
        value={password}
        error={tried ? wrong.password : undefined}
        onChange={change}
      />
      <Button type="submit" variant="primary" size="lg" busy={command.isPending}>
        Take this password
      </Button>
    </DoorPage>
  );
}

function NoLink() {
  return (
    <LinkGone title="This link is not good any more">
      It was used or is too old, or part of it is missing. If you used it yourself, sign in with the
      password you chose; otherwise ask an owner for a new link.
    </LinkGone>
  );
}

function Changed() {
  return (
    <main className="pt-[16vh]">
      <h1 className="sr-only">Done</h1>
      <EmptyState
        icon={<CircleCheck />}
        title="Your password is changed"
        action={
          <a href="/" className={buttonClass('primary')}>
            To the sign-in
          </a>
        }
      >
        Sign in with it now. The link works no more.
      </EmptyState>
    </main>
  );
}
