import { secretOf, type TriggerManifest } from '@patchbay/shared/catalog';
import type { NodeOf } from '@patchbay/shared/flows';
import { listTriggers, makeAddress, type TriggerState } from '@patchbay/shared/runs';
import { useState } from 'react';

import { problemIn, useCommand, useEndpoint } from '#lib';
import { Button, CopyLine, Field, Input, ProblemNote, TimeAgo } from '#ui';

import { useEditor } from './editor-session.ts';

const LOOK_AGAIN_MS = 5000;

interface Props {
  node: NodeOf<'event'>;
  declared: TriggerManifest;
}

/** Where a trigger stands: its address, what came last, and what went wrong. */
export function TriggerStateLines({ node, declared }: Props) {
  const { flowId } = useEditor();
  const params = { id: flowId };
  const asked = useEndpoint(listTriggers, { params }, { refetchInterval: LOOK_AGAIN_MS });
  const state = asked.data?.items.find((one) => one.node === node.id);
  const isByHand = declared.type === 'webhook' && !declared.subscribe;
  if (!state)
    return isByHand ? (
      <p className="text-sm text-ink-3">The address appears as soon as the step is saved.</p>
    ) : null;
  return (
    <section aria-label="State of the trigger" className="flex flex-col gap-3">
      {state.problem && <ProblemNote problem={state.problem} tone={state.live ? 'fail' : 'wait'} />}
      <Facts state={state} declared={declared} />
      {isByHand && <Address node={node} state={state} declared={declared} />}
      {!isByHand && state.secret && <SecretField node={node} state={state} declared={declared} />}
      {state.confirm && <CopyLine label="To confirm at the provider" text={state.confirm} />}
    </section>
  );
}

function Facts({ state, declared }: { state: TriggerState; declared: TriggerManifest }) {
  const { live, since, lastAt, lookedAt, nextAt, failures } = state;
  const isPoll = declared.type === 'poll' || declared.look !== undefined;
  const rows: [string, number | undefined][] = [
    ['Registered', since],
    ['Last event', lastAt],
    ['Last look', isPoll ? lookedAt : undefined],
    [isPoll ? 'Next look' : 'Renewed', live ? nextAt : undefined],
  ];
  const known = rows.filter((row): row is [string, number] => row[1] !== undefined);
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      <dt className="text-ink-3">State</dt>
      <dd>{wordsOf(state)}</dd>
      {known.map(([label, at]) => (
        <div key={label} className="contents">
          <dt className="text-ink-3">{label}</dt>
          <dd>
            <TimeAgo at={at} />
          </dd>
        </div>
      ))}
      {failures !== undefined && (
        <>
          <dt className="text-ink-3">Failed in a row</dt>
          <dd className="text-fail">{failures}</dd>
        </>
      )}
    </dl>
  );
}

function wordsOf({ live, state }: TriggerState): string {
  if (state === 'lost') return 'Unclear: look at the provider, and remove the address there';
  if (state === 'leaving') return 'Being taken off at the provider';
  if (!live) return 'Starts nothing yet: publish the flow';
  if (state === 'asking') return 'Being registered at the provider';
  return state === undefined ? 'Looks by itself' : 'Listens';
}

interface AddressProps extends Props {
  state: TriggerState;
}

/** What a person enters at the provider, and what they bring back from there. */
function Address({ node, state, declared }: AddressProps) {
  const make = useMakeAddress(node.id);
  const instructions = declared.type === 'webhook' ? declared.instructions : undefined;
  const problem = problemIn(make.command);
  return (
    <>
      {state.url ? (
        <CopyLine label="Address" text={state.url} />
      ) : (
        <Button busy={make.command.isPending} onClick={() => make.send()}>
          Make the address
        </Button>
      )}
      {problem && <ProblemNote problem={problem} />}
      {instructions && <p className="text-sm text-ink-2">{instructions}</p>}
      {state.secret && <SecretField node={node} state={state} declared={declared} />}
    </>
  );
}

/** Written, never shown. */
function SecretField({ node, state, declared }: AddressProps) {
  const [value, setValue] = useState('');
  const make = useMakeAddress(node.id);
  const problem = problemIn(make.command);
  const from = declared.type === 'webhook' ? secretOf(declared) : undefined;
  if (from?.from !== 'person') return null;
  const help = state.secret === 'set' ? 'A secret is set. A new one replaces it.' : from.help;
  return (
    <Field label="Secret" required help={help}>
      {(control) => (
        <div className="flex flex-col gap-2">
          <div className="flex gap-2">
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              placeholder={state.secret === 'set' ? '••••••••' : ''}
              value={value}
              onChange={(event) => setValue(event.target.value)}
            />
            <Button
              busy={make.command.isPending}
              disabled={value.trim() === ''}
              onClick={() => make.send(value, () => setValue(''))}
            >
              Set
            </Button>
          </div>
          {problem && <ProblemNote problem={problem} />}
        </div>
      )}
    </Field>
  );
}

function useMakeAddress(node: string) {
  const { flowId } = useEditor();
  const command = useCommand(makeAddress, ['runs.listTriggers']);
  const send = (secret?: string, done?: () => void): void =>
    command.mutate({ params: { id: flowId, node }, body: { secret } }, { onSuccess: done });
  return { command, send };
}
