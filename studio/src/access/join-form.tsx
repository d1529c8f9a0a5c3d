import { joinProject, readInvitation } from '@patchbay/shared/access';
import type { ResultOf } from '@patchbay/shared/base';
import { useState } from 'react';

import { problemIn, projectHref, useCommand } from '#lib';
import { Button, ProblemNote } from '#ui';

import { problemsAtDoor } from './door-draft.ts';
import { DoorField } from './door-field.tsx';
import { DoorPage } from './door-page.tsx';
import { useMe } from './me.ts';
import { aRole, whatItDoes } from './role-choices.ts';

interface JoinFormProps {
  secret: string;
  invitation: ResultOf<typeof readInvitation>;
}

/** Says who invites into what, and takes the invitation. */
export function JoinForm({ secret, invitation }: JoinFormProps) {
  const { email, role, project, isKnown } = invitation;
  const join = useJoin(secret, isKnown);
  const { values, setValues, errors, problem } = join;
  const where = role === 'owner' ? 'Patchbay' : `“${project.name}”`;
  return (
    <DoorPage
      title={`Join ${where}`}
      lead={<Lead invitation={invitation} where={where} />}
      onSubmit={join.send}
    >
      <SignedInNote email={email} />
      {problem && <ProblemNote problem={problem} />}
      <p className="break-words text-ink-2">
        {isKnown ? 'There is an account for ' : 'You will sign in with '}
        <strong className="font-medium text-ink">{email}</strong>
        {isKnown ? ' here already: its password is enough.' : '.'}
      </p>
      {!isKnown && (
        <DoorField
          name="name"
          value={values.name}
          error={errors.name}
          onChange={(name) => setValues({ ...values, name })}
        />
      )}
      {/* For the password manager, which keeps it under this name. */}
      <input type="hidden" autoComplete="username" value={email} />
      <DoorField
        name={isKnown ? 'known' : 'password'}
        value={values.password}
        error={errors.password}
        onChange={(password) => setValues({ ...values, password })}
      />
      <Button type="submit" variant="primary" size="lg" busy={join.isBusy}>
        {isKnown ? 'Join' : 'Make my account and join'}
      </Button>
    </DoorPage>
  );
}

function Lead({ invitation, where }: { invitation: JoinFormProps['invitation']; where: string }) {
  const { createdBy, role } = invitation;
  return (
    <span className="block break-words">
      {createdBy} invites you into {where} as {aRole(role)}. {whatItDoes(role)}
    </span>
  );
}

/** Who is signed in in this browser would wonder whose project it becomes. */
function SignedInNote({ email }: { email: string }) {
  const me = useMe();
  if (!me || me.email.toLowerCase() === email.toLowerCase()) return null;
  return (
    <ProblemNote
      tone="wait"
      problem={{
        message: `You are signed in as ${me.name} (${me.email}).`,
        hint: `The invitation is for ${email}. Joining signs you in as that account in this browser.`,
      }}
    />
  );
}

function useJoin(secret: string, isKnown: boolean) {
  const [values, setValues] = useState({ name: '', password: '' });
  const [tried, setTried] = useState(false);
  // Until the page inside is there.
  const [isLeaving, setLeaving] = useState(false);
  const command = useCommand(joinProject);
  const body = { secret, password: values.password, ...(!isKnown && { name: values.name }) };
  const wrong = problemsAtDoor(joinProject.body, body);
  const send = (): void => {
    setTried(true);
    if (Object.keys(wrong).length > 0 || command.isPending || isLeaving) return;
    command.mutate(
      { body },
      {
        onSuccess: ({ project }) => {
          setLeaving(true);
          // The way back does not lead to a link that is used up.
          location.replace(projectHref(project, '/flows'));
        },
      },
    );
  };
  const errors = tried ? wrong : {};
  return {
    values,
    setValues,
    errors,
    send,
    problem: problemIn(command),
    isBusy: command.isPending || isLeaving,
  };
}
