import { changePassword } from '@patchbay/shared/access';
import { useState, type FormEvent } from 'react';

import { problemIn, useCommand } from '#lib';
import { Button, Dialog, Field, Input, ProblemNote, toast, type FieldProps } from '#ui';

import { problemsAtDoor } from './door-draft.ts';

interface ChangePasswordProps {
  email: string;
  onClose: () => void;
}

/** Changes the own password; whoever is signed in elsewhere as this person is signed out. */
export function ChangePassword({ email, onClose }: ChangePasswordProps) {
  const [values, setValues] = useState({ current: '', password: '' });
  const [tried, setTried] = useState(false);
  const change = useCommand(changePassword);
  const problem = problemIn(change);
  const isWrong = problem?.at?.field === 'current';
  const wrong = problemsAtDoor(changePassword.body, values);
  const changed = (): void => {
    onClose();
    toast('Your password is changed', { hint: 'Other browsers are signed out.' });
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (wrong.password === undefined && !change.isPending)
      change.mutate({ body: values }, { onSuccess: changed });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title="Change your password"
      description="Other browsers you are signed in with are signed out."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="change-password" busy={change.isPending}>
            Change it
          </Button>
        </>
      }
    >
      <form id="change-password" noValidate onSubmit={send} className="flex flex-col gap-4">
        {problem && !isWrong && <ProblemNote problem={problem} />}
        {/* For the password manager, which keeps it under this name. */}
        <input type="hidden" autoComplete="username" value={email} />
        <PasswordField
          label="Current password"
          fill="current-password"
          error={isWrong ? `${problem.message} ${problem.hint}` : undefined}
          value={values.current}
          onChange={(current) => setValues({ ...values, current })}
        />
        <PasswordField
          label="New password"
          fill="new-password"
          help="At least 10 characters. A few words you will remember are best."
          error={tried ? wrong.password : undefined}
          value={values.password}
          onChange={(password) => setValues({ ...values, password })}
        />
      </form>
    </Dialog>
  );
}

interface PasswordFieldProps extends Pick<FieldProps, 'label' | 'help' | 'error'> {
  fill: string;
  value: string;
  onChange: (value: string) => void;
}

function PasswordField({ fill, value, onChange, ...field }: PasswordFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <Input
          {...control}
          type="password"
          autoComplete={fill}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
