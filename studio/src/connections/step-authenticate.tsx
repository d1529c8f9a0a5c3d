import type { AuthorizeAttempt } from '@patchbay/shared/connections';
import { useState } from 'react';

import { Button, ProblemNote } from '#ui';

import type { StepProps } from './connection-wizard.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { missingScopes, useSignIn } from './use-sign-in.ts';

/** The sign-in: at the provider, on another device, or by what is typed in. */
export function StepAuthenticate({ manifest, connection, go, frame, onClose }: StepProps) {
  const signIn = useSignIn(manifest, connection);
  const [partly, setPartly] = useState<AuthorizeAttempt>();
  const { way, busy } = signIn;
  const done = (attempt: AuthorizeAttempt): void => {
    if (attempt.missingScopes?.length) setPartly(attempt);
    else go('test');
  };
  const next = async (): Promise<void> => {
    if (way === 'provider') {
      const attempt = await signIn.authorize();
      if (attempt) done(attempt);
    } else if (await signIn.save()) go('test');
  };
  const missing = missingScopes(partly?.missingScopes ?? [], signIn.scheme);
  const words = way === 'provider' ? `Authorize at ${manifest.name}` : 'Next';
  return frame(
    <>
      <SignInFields
        manifest={manifest}
        connection={connection}
        signIn={signIn}
        onAuthorized={() => go('test')}
      />
      {missing && <ProblemNote problem={missing} tone="wait" answers className="mt-3" />}
    </>,
    <>
      <Button onClick={onClose}>Finish later</Button>
      <Button onClick={() => go('configure')}>Back</Button>
      {way !== 'device' && (
        <Button
          variant={missing ? 'secondary' : 'primary'}
          busy={busy !== undefined && !signIn.isWaiting}
          onClick={() => void next()}
        >
          {missing ? 'Authorize again' : words}
        </Button>
      )}
      {missing && (
        <Button variant="primary" onClick={() => go('test')}>
          Go on without
        </Button>
      )}
    </>,
  );
}
