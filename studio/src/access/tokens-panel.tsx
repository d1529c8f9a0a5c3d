import { createToken, listTokens, revokeToken, type AccessToken } from '@patchbay/shared/access';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';

import { count, problemIn, useCommand, useEndpoint } from '#lib';
import { Button, ConfirmDialog, Field, Input, Panel, ProblemNote, TimeAgo } from '#ui';

import { useMe } from './me.ts';
import { ShownOnce } from './shown-once.tsx';

/** The tokens with which programs run flows: made, shown once, ended. */
export function TokensPanel() {
  const project = useMe()?.project.name;
  const tokens = useEndpoint(listTokens, {});
  const [ending, setEnding] = useState<AccessToken>();
  const revoke = useCommand(revokeToken, ['access.listTokens']);
  const items = tokens.data?.items ?? [];
  const problem = problemIn(tokens);
  const end = (): void => {
    if (ending)
      revoke.mutate({ params: { id: ending.id } }, { onSuccess: () => setEnding(undefined) });
  };
  return (
    <Panel title="Tokens for programs">
      <p className="mb-3 break-words text-ink-2">
        With a token a program may list the flows of this project
        {project !== undefined && ` (${project})`}, run them and read their runs, nothing else.
        Those that are offered as tools are served over MCP at{' '}
        <code>{`${location.origin}/mcp`}</code>.
      </p>
      {problem && <ProblemNote problem={problem} />}
      {items.length > 0 && (
        <ul aria-label={count(items.length, 'token')} className="mb-3 divide-y divide-line">
          {items.map((token) => (
            <TokenRow key={token.id} token={token} onEnd={() => setEnding(token)} />
          ))}
        </ul>
      )}
      <NewToken />
      <ConfirmDialog
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={`End the token “${ending?.name ?? ''}”?`}
        verb="End it"
        busy={revoke.isPending}
        problem={problemIn(revoke)}
        onConfirm={end}
      >
        <p>Programs that use it are refused from now on. It cannot be brought back.</p>
      </ConfirmDialog>
    </Panel>
  );
}

function TokenRow({ token, onEnd }: { token: AccessToken; onEnd: () => void }) {
  const { name, start, createdAt, createdBy, usedAt } = token;
  return (
    <li className="flex items-center gap-3 py-2">
      <KeyRound aria-hidden className="size-4 shrink-0 text-ink-3" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-sm text-ink-3">
          <code>{start}…</code>, made <TimeAgo at={createdAt} /> by {createdBy},{' '}
          {usedAt === undefined ? (
            'not used yet'
          ) : (
            <>
              used <TimeAgo at={usedAt} />
            </>
          )}
        </span>
      </span>
      <Button size="sm" aria-label={`End ${name}`} onClick={onEnd}>
        End…
      </Button>
    </li>
  );
}

function NewToken() {
  const [name, setName] = useState('');
  const make = useCommand(createToken, ['access.listTokens']);
  const problem = problemIn(make);
  return (
    <>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ body: { name } }, { onSuccess: () => setName('') });
        }}
      >
        <Field label="Name of the program" className="w-72">
          {(control) => (
            <Input {...control} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Button type="submit" disabled={make.isPending || name.trim() === ''}>
          Make a token
        </Button>
      </form>
      {problem && <ProblemNote problem={problem} />}
      {make.data && (
        <ShownOnce label="The token" text={make.data.text}>
          <p>Copy it now: it is shown this once and kept nowhere.</p>
        </ShownOnce>
      )}
    </>
  );
}
