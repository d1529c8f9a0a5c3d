import { getKeys, rotateKeys } from '@patchbay/shared/connections';
import { useState } from 'react';

import { useMay } from '#access';
import { count, problemIn, useCommand, useEndpoint } from '#lib';
import { Button, ConfirmDialog, Panel, ProblemNote, TimeAgo } from '#ui';

const WATCH_MS = 2000;

/** The keys that seal all secrets, and changing them while flows run. */
export function KeysPanel() {
  const may = useMay('settings.edit');
  const [busy, setBusy] = useState(false);
  const keys = useEndpoint(getKeys, {}, { refetchInterval: busy ? WATCH_MS : 0 });
  const rotate = useCommand(rotateKeys, ['connections.getKeys']);
  const [asking, setAsking] = useState<'data' | 'root'>();
  const state = keys.data;
  const problem = problemIn(keys);
  if (problem) {
    return (
      <Panel title="Keys">
        <ProblemNote problem={problem} onAgain={keys.refetch} />
      </Panel>
    );
  }
  if (!state) return null;
  const isMoving = state.older > 0;
  if (isMoving !== busy) setBusy(isMoving);
  const start = (): void => {
    if (asking)
      rotate.mutate({ body: { what: asking } }, { onSuccess: () => setAsking(undefined) });
  };
  return (
    <Panel title="Keys">
      <SealedWords secrets={state.secrets} since={state.current?.since} />
      {isMoving && <Progress done={state.secrets - state.older} all={state.secrets} />}
      {state.rootPending !== undefined && <RootNote pending={state.rootPending} />}
      {may && (
        <div className="mt-3 flex gap-2">
          <Button onClick={() => setAsking('data')}>New data key…</Button>
          {(state.rootPending ?? 0) > 0 && (
            <Button onClick={() => setAsking('root')}>Change to the new root key…</Button>
          )}
        </div>
      )}
      <ConfirmDialog
        open={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={asking === 'root' ? 'Change to the new root key?' : 'Make a new data key?'}
        verb={asking === 'root' ? 'Change the root key' : 'Make a new key'}
        busy={rotate.isPending}
        problem={problemIn(rotate)}
        onConfirm={start}
      >
        <p>
          {asking === 'root'
            ? 'Every process must run with ROOT_KEY_NEXT set. Afterwards start them with that value as ROOT_KEY. Everybody stays signed in.'
            : 'All secrets are sealed again with it in the background. Flows go on meanwhile.'}
        </p>
      </ConfirmDialog>
    </Panel>
  );
}

function SealedWords({ secrets, since }: { secrets: number; since: number | undefined }) {
  return (
    <p className="text-ink-2">
      {count(secrets, 'secret')} {secrets === 1 ? 'is' : 'are'} sealed with AES-256-GCM under a data
      key
      {since !== undefined && (
        <>
          {' '}
          made <TimeAgo at={since} />
        </>
      )}
      , which the root key wraps.
    </p>
  );
}

function Progress({ done, all }: { done: number; all: number }) {
  return (
    <div className="mt-3">
      <progress className="w-60" value={done} max={all} aria-label="Secrets sealed again" />
      <p className="text-sm text-ink-3">
        {done} of {all} sealed with the new key
      </p>
    </div>
  );
}

function RootNote({ pending }: { pending: number }) {
  const problem =
    pending > 0
      ? { message: 'A new root key is known.', hint: 'Change to it once every process knows it.' }
      : {
          message: 'The new root key wraps all keys.',
          hint: 'Set ROOT_KEY to it, remove ROOT_KEY_NEXT and restart.',
        };
  return <ProblemNote tone="wait" problem={problem} className="mt-3" />;
}
