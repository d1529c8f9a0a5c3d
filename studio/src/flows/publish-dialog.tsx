import type { Problem } from '@patchbay/shared/base';
import { problemSchema } from '@patchbay/shared/base';
import type { ResultOf } from '@patchbay/shared/base';
import { publishFlow } from '@patchbay/shared/versions';
import { useAtomValue } from 'jotai';
import { useState } from 'react';
import { z } from 'zod';

import { formatTime, problemIn, useCommand } from '#lib';
import { Button, CopyLine, Dialog, Field, ProblemNote, Textarea } from '#ui';

import { problemsAtom } from './canvas.atoms.ts';
import { ProblemList } from './editor-problems.tsx';
import { useEditor } from './editor-session.ts';
import { flowAtom } from './editor.atoms.ts';

type Published = ResultOf<typeof publishFlow>;

/** Makes the draft a version and sets it live. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const [notes, setNotes] = useState('');
  const [done, setDone] = useState<Published>();
  const publish = useCommand(publishFlow, ['flows', 'versions']);
  const go = async (): Promise<void> => {
    await editor.queue.flush();
    const body = { notes, revision: editor.queue.savedRevision };
    const result = await publish
      .mutateAsync({ params: { id: editor.flowId }, body })
      .catch(() => undefined);
    if (!result) return;
    setDone(result);
    const flow = editor.store.get(flowAtom);
    if (flow)
      editor.store.set(flowAtom, { ...flow, liveVersion: result.version.number, changed: false });
  };
  if (done) return <PublishedDialog done={done} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Publish this flow"
      description="The draft becomes a version that never changes, and its triggers answer at once."
      actions={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button variant="primary" busy={publish.isPending} onClick={() => void go()}>
            Publish
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Refusal problem={problemIn(publish)} onGo={onClose} />
        <Field label="What changed?" help="Shown in the list of versions.">
          {(control) => (
            <Textarea
              {...control}
              value={notes}
              maxLength={10_000}
              onChange={(event) => setNotes(event.target.value)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

/** Why it can't be published, with the way to each place. */
function Refusal({ problem, onGo }: { problem?: Problem; onGo: () => void }) {
  const known = useAtomValue(problemsAtom);
  const listed = z.array(problemSchema).safeParse(problem?.details?.problems);
  const problems = listed.success ? listed.data : known;
  if (!problem && problems.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {problem && listed.success ? (
        <p role="alert" className="font-medium text-fail">
          It can’t be published until this is mended:
        </p>
      ) : problem ? (
        <ProblemNote problem={problem} />
      ) : (
        <p className="font-medium text-wait">Mend this first, or it may be refused or fail:</p>
      )}
      {problems.length > 0 && <ProblemList problems={problems} onGo={onGo} />}
    </div>
  );
}

function PublishedDialog({ done, onClose }: { done: Published; onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Version ${done.version.number} is live`}
      actions={
        <Button variant="primary" onClick={onClose}>
          Go on
        </Button>
      }
    >
      <ul className="flex flex-col gap-3">
        {done.triggers.map((trigger) => (
          <li key={trigger.node}>
            {trigger.url && <CopyLine label="Answers at" text={fullUrl(trigger.url)} />}
            {trigger.nextAt !== undefined && <p>Runs next on {formatTime(trigger.nextAt)}.</p>}
            {!trigger.url && trigger.nextAt === undefined && (
              <p>
                {trigger.kind === 'manual'
                  ? 'Starts by hand, from here or the list of flows.'
                  : `Ready: ${trigger.kind}.`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** The address as others reach it. */
export function fullUrl(url: string): string {
  return url.startsWith('/') ? `${globalThis.location.origin}${url}` : url;
}
