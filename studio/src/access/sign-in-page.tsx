import { DoorPage } from './door-page.tsx';
import { SignInFields, useSignIn } from './sign-in-form.tsx';

/** Sign-in for whoever comes without a session. */
export function SignInPage() {
  const form = useSignIn('');
  return (
    <DoorPage
      title="Sign in to Patchbay"
      lead="Your flows, runs and connections are behind this door."
      onSubmit={form.send}
    >
      <SignInFields {...form} />
    </DoorPage>
  );
}
