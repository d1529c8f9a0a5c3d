import type { Json } from '@patchbay/shared/base';
import { isDestructive, type ActionManifest } from '@patchbay/shared/catalog';
import {
  callAction,
  previewCall,
  type CallRecord,
  type CallRequest,
} from '@patchbay/shared/testing';
import { Eye, FlaskConical, Send, Square } from 'lucide-react';
import { useState } from 'react';

import { problemIn, useCommand } from '#lib';
import { Button, ProblemNote } from '#ui';

import { AskFirst } from './ask-first.tsx';
import { ExchangeView } from './exchanges.tsx';

/** A call to be made by hand, and how far it is. */
export function useSending(
  request: CallRequest,
  action: ActionManifest,
  onDone: (record: CallRecord) => void,
) {
  const preview = useCommand(previewCall);
  const send = useCommand(callAction, ['testing.listCalls', 'connections']);
  const [isAsking, setAsking] = useState(false);
  const go = (dryRun: boolean): void => {
    setAsking(false);
    preview.reset();
    send.mutate({ body: { ...request, dryRun } }, { onSuccess: onDone });
  };
  return {
    go,
    /** Sends it, once the person is sure where it destroys. */
    start: () => (isDestructive(action, request.input) ? setAsking(true) : go(false)),
    isAsking,
    forget: () => setAsking(false),
    stop: send.stop,
    isSending: send.isPending,
    look: () => preview.mutate({ body: request }),
    isLooking: preview.isPending,
    seen: preview.data?.exchange,
    problem: problemIn(send) ?? problemIn(preview) ?? preview.data?.problem,
  };
}

interface ConsoleSendProps {
  sending: ReturnType<typeof useSending>;
  action: ActionManifest;
  input: Json;
  /** What the connection is called, or the connector where there is none. */
  target: string;
  /** The first field that does not fit the schema, and why. */
  wrong: [field: string, why: string] | undefined;
  /** The text does not parse, so it is not known what would be sent. */
  isBroken: boolean;
}

/** Shows the request, sends it, or goes through it without keeping anything; what destroys asks first. */
export function ConsoleSend({ sending, action, input, target, wrong, ...rest }: ConsoleSendProps) {
  const { problem, seen, isSending } = sending;
  const isOff = isSending || rest.isBroken;
  const { dryRun } = action.effects;
  return (
    <div className="flex max-h-[55%] shrink-0 flex-col gap-2 overflow-y-auto border-t border-line p-4">
      {problem && <ProblemNote problem={problem} />}
      {seen && <ExchangeView exchange={seen} isOpen />}
      {wrong && <Wrong field={wrong[0]} why={wrong[1]} />}
      <div className="flex flex-wrap items-center gap-2">
        {isSending ? (
          <Button icon={<Square />} onClick={sending.stop}>
            Stop
          </Button>
        ) : (
          <Button variant="primary" icon={<Send />} disabled={isOff} onClick={sending.start}>
            Send
          </Button>
        )}
        {dryRun && (
          <Button icon={<FlaskConical />} disabled={isOff} onClick={() => sending.go(true)}>
            Dry run
          </Button>
        )}
        <Button
          variant="ghost"
          icon={<Eye />}
          busy={sending.isLooking}
          disabled={rest.isBroken}
          onClick={sending.look}
        >
          Show the request
        </Button>
        <p role="status" className="text-sm text-ink-3">
          {isSending ? 'Waiting for the answer…' : effectWords(action)}
        </p>
      </div>
      <AskFirst
        action={action}
        input={input}
        target={target}
        verb="Send it"
        open={sending.isAsking}
        onClose={sending.forget}
        onConfirm={() => sending.go(false)}
        onDryRun={dryRun ? () => sending.go(true) : undefined}
      />
    </div>
  );
}

function effectWords({ effects }: ActionManifest): string {
  if (effects.reads) return 'It only reads.';
  if (effects.destructive) return 'It really removes or overwrites.';
  if (effects.destructiveWhen) return 'It really does what it says there.';
  return 'It really changes the other system.';
}

/** A field that does not fit the schema; sending is allowed, to see what the other side says. */
function Wrong({ field, why }: { field: string; why: string }) {
  return (
    <p className="text-sm text-wait">
      <span className="font-mono">{field || 'The input'}</span>: {why}
    </p>
  );
}
