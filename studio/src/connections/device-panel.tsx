import type { ResultOf } from '@patchbay/shared/base';
import { startDevice, type Connection } from '@patchbay/shared/connections';
import { useEffect, useState } from 'react';

import { call, toProblem } from '#lib';
import { Button, CopyLine, Spinner } from '#ui';

import { untilEnded } from './authorize.ts';
import type { SignIn } from './use-sign-in.ts';

type Started = ResultOf<typeof startDevice>;

interface DevicePanelProps {
  connection: Connection;
  signIn: SignIn;
  onAuthorized: () => void;
}

/** A code to type in on another device, and the wait for it. */
export function DevicePanel({ connection, signIn, onAuthorized }: DevicePanelProps) {
  const [started, setStarted] = useState<Started>();
  const { setFailure } = signIn;
  const begin = async (): Promise<void> => {
    if (!(await signIn.save())) return;
    try {
      const body = { scopes: signIn.draft.more };
      setStarted(await call(startDevice, { params: { id: connection.id }, body }));
    } catch (error) {
      setFailure(toProblem(error));
    }
  };
  useEffect(() => {
    if (!started) return undefined;
    const control = new AbortController();
    void untilEnded(started.attempt, control.signal, started.intervalS * 1000).then(
      (attempt) => {
        if (control.signal.aborted) return;
        setStarted(undefined);
        if (attempt.state === 'done') onAuthorized();
        else setFailure(attempt.problem);
      },
      (error: unknown) => setFailure(toProblem(error)),
    );
    return () => control.abort();
  }, [started, onAuthorized, setFailure]);
  if (!started) {
    return (
      <Button busy={signIn.busy !== undefined} onClick={() => void begin()} className="self-start">
        Get a code
      </Button>
    );
  }
  return <CodeToType started={started} />;
}

function CodeToType({ started }: { started: Started }) {
  const { userCode, verificationUri, verificationUriComplete } = started;
  const href = verificationUriComplete ?? verificationUri;
  return (
    <div className="flex flex-col gap-2 rounded-md bg-hover p-3" role="status">
      <p>
        Open{' '}
        {/^https?:/.test(href) && (
          <a href={href} target="_blank" rel="noreferrer" className="text-accent underline">
            {verificationUri}
          </a>
        )}{' '}
        on any device and enter this code:
      </p>
      <CopyLine label="Code" text={userCode} />
      <p className="flex items-center gap-2 text-ink-3">
        <Spinner /> Waiting until you agreed there
      </p>
    </div>
  );
}
