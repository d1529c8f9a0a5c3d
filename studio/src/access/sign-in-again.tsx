import type { FormEvent } from 'react';

import { sessionFound } from '#lib';
import { Dialog } from '#ui';

import { SignInFields, useSignIn } from './sign-in-form.tsx';

/** Asks for the password again over the open page, which stays as it is. */
export function SignInAgain({ email }: { email: string }) {
  const form = useSignIn(email);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    form.send();
  };
  return (
    <Dialog
      open
      dismissable={false}
      onClose={sessionFound}
      size="sm"
      title="Your session has ended"
      description="Sign in again to go on. What is open stays as it is."
    >
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <SignInFields {...form} />
      </form>
    </Dialog>
  );
}
