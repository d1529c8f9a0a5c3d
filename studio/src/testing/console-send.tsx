import type { ActionManifest } from '@patchbay/shared/catalog';
import {
  callAction,
  previewCall,
  type CallRecord,
  type CallRequest,
} from '@patchbay/shared/testing';
import { Eye, FlaskConical, Send } from 'lucide-react';
import { useState } from 'react';

import { problemIn, useCommand } from '#lib';
import { Button, ConfirmDialog, ProblemNote } from '#ui';

import { ExchangeView } from './exchanges.tsx';

interface ConsoleSendProps {
  request: CallRequest;
  action: ActionManifest;
  /** The first field that does not fit the schema, and why. */
  wrong: [field: string, why: string] | undefined;
  onDone: (record: CallRecord) => void;
}

/** Shows the request, sends it, or goes through it without keeping anything; what destroys asks first. */
export function ConsoleSend({ request, action, wrong, onDone }: ConsoleSendProps) {
  const preview = useCommand(previewCall);
  const send = useCommand(callAction, ['testing.listCalls', 'connections']);
  const [isAsking, setAsking] = useState(false);
  const problem = problemIn(send) ?? problemIn(preview) ?? preview.data?.problem;
  const go = (dryRun: boolean): void => {
    preview.reset();
    send.mutate(
      { body: { ...request, dryRun } },
      {
        onSuccess: (record) => {
          setAsking(false);
          onDone(record);
        },
      },
    );
  };
  const { destructive, dryRun, reads } = action.effects;
  return (
    <div className="flex max-h-[55%] shrink-0 flex-col gap-2 overflow-y-auto border-t border-line p-4">
      {problem && <ProblemNote problem={problem} />}
      {preview.data?.exchange && <ExchangeView exchange={preview.data.exchange} isOpen />}
      {wrong && <Wrong field={wrong[0]} why={wrong[1]} />}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          variant="primary"
          icon={<Send />}
          busy={send.isPending}
          onClick={() => (destructive ? setAsking(true) : go(false))}
        >
          Send
        </Button>
        {dryRun && (
          <Button icon={<FlaskConical />} busy={send.isPending} onClick={() => go(true)}>
            Dry run
          </Button>
        )}
        <Button
          variant="ghost"
          icon={<Eye />}
          busy={preview.isPending}
          onClick={() => preview.mutate({ body: request })}
        >
          Show the request
        </Button>
        <p className="text-sm text-ink-3">
          {reads ? 'It only reads.' : 'It really changes the other system.'}
        </p>
      </div>
      <AskFirst
        action={action}
        open={isAsking}
        busy={send.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => go(false)}
      />
    </div>
  );
}

/** A field that does not fit the schema; sending is allowed, to see what the other side says. */
function Wrong({ field, why }: { field: string; why: string }) {
  return (
    <p className="text-sm text-wait">
      <span className="font-mono">{field || 'The input'}</span>: {why}
    </p>
  );
}

interface AskFirstProps {
  action: ActionManifest;
  open: boolean;
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** What destroys says what it does before it is sent. */
function AskFirst({ action, ...dialog }: AskFirstProps) {
  return (
    <ConfirmDialog {...dialog} title={`${action.title} for real?`} verb="Send it" danger>
      <p>
        This action removes or overwrites data of the other system, and nobody can take it back.
      </p>
      {action.effects.dryRun && <p>“Dry run” goes through all of it and keeps nothing.</p>}
    </ConfirmDialog>
  );
}
