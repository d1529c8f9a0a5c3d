import { signIn } from '@patchbay/shared/access';
import { useState } from 'react';

import { problemIn, queryClient, refresh, sessionFound, useCommand } from '#lib';
import { Button, Field, Input, ProblemNote } from '#ui';

/** State and sending of a sign-in. */
export function useSignIn(email: string) {
  const [values, setValues] = useState({ email, password: '' });
  const command = useCommand(signIn);
  const send = (): void =>
    command.mutate(
      { body: values },
      {
        onSuccess: () => {
          sessionFound();
          void refresh(queryClient, ['']);
        },
      },
    );
  return { values, setValues, command, send };
}

type SignIn = ReturnType<typeof useSignIn>;

/** The fields and the button of a sign-in. */
export function SignInFields({ values, setValues, command }: SignIn) {
  const problem = problemIn(command);
  const missing = values.email === '' || values.password === '';
  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <Field label="E-mail">
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="username"
            value={values.email}
            onChange={(event) => setValues({ ...values, email: event.target.value })}
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="current-password"
            value={values.password}
            onChange={(event) => setValues({ ...values, password: event.target.value })}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={command.isPending} disabled={missing}>
        Sign in
      </Button>
    </>
  );
}
