import type { ConnectorManifest } from '@patchbay/shared/catalog';
import type { Connection } from '@patchbay/shared/connections';
import { ExternalLink, KeyRound } from 'lucide-react';

import { SchemaForm } from '#form';
import { Button, CopyLine, Field, Input, ProblemNote, Select, TimeAgo } from '#ui';

import { DevicePanel } from './device-panel.tsx';
import { ScopeList } from './scope-list.tsx';
import type { SignIn } from './use-sign-in.ts';

interface SignInFieldsProps {
  manifest: ConnectorManifest;
  connection: Connection;
  signIn: SignIn;
  /** After the other device was authorized. */
  onAuthorized: () => void;
}

/** How to sign in: the way, its fields, what is asked of the provider. Secrets are written, never shown. */
export function SignInFields({ manifest, connection, signIn, onAuthorized }: SignInFieldsProps) {
  const { scheme, fields, kept } = signIn;
  const choices = manifest.auth.map((one) => ({ value: one.id, label: one.title }));
  const hasFields = Object.keys(fields.properties ?? {}).length > 0;
  return (
    <div className="flex flex-col gap-3">
      {choices.length > 1 && (
        <Field label="Way to sign in">
          {(control) => (
            <Select {...control} choices={choices} value={scheme.id} onChange={signIn.choose} />
          )}
        </Field>
      )}
      <Help scheme={scheme} />
      {signIn.asksClient && signIn.way === 'provider' && <RedirectNote uri={signIn.redirectUri} />}
      {hasFields && (
        <SchemaForm
          schema={fields}
          value={signIn.draft.values}
          errors={signIn.errors}
          secretsSet={kept}
          onChange={(values) => signIn.change({ values })}
        />
      )}
      {signIn.hasClient && !signIn.asksClient && (
        <AppNote isStored={signIn.hasApp} onOwn={() => signIn.change({ ownClient: true })} />
      )}
      {scheme.type === 'oauth2' && (
        <ScopeList
          scheme={scheme}
          granted={connection.scopes}
          more={signIn.draft.more}
          onChange={(more) => signIn.change({ more })}
        />
      )}
      {signIn.way === 'fields' && hasFields && (
        <EndsAt value={signIn.draft.endsAt} onChange={(endsAt) => signIn.change({ endsAt })} />
      )}
      {signIn.way === 'device' && (
        <DevicePanel connection={connection} signIn={signIn} onAuthorized={onAuthorized} />
      )}
      {kept.length > 0 && <SetBy connection={connection} />}
      {signIn.failure && <ProblemNote problem={signIn.failure} answers />}
      {signIn.isWaiting && <WaitingNote onCancel={signIn.cancel} />}
    </div>
  );
}

function Help({ scheme }: { scheme: SignIn['scheme'] }) {
  const isSafe = scheme.helpUrl?.startsWith('https://') ?? false;
  if (!scheme.help && !isSafe) return null;
  return (
    <p className="text-ink-2">
      {scheme.help}{' '}
      {isSafe && (
        <a
          href={scheme.helpUrl}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1 text-accent hover:underline"
        >
          Where to get it <ExternalLink aria-hidden className="size-3" />
        </a>
      )}
    </p>
  );
}

function RedirectNote({ uri }: { uri: string | undefined }) {
  if (!uri) return null;
  return (
    <div className="rounded-md bg-hover px-3 py-2 text-ink-2">
      <p>The provider asks where people come back to; register exactly this there:</p>
      <CopyLine label="Redirect address" text={uri} />
    </div>
  );
}

function AppNote({ isStored, onOwn }: { isStored: boolean; onOwn: () => void }) {
  return (
    <p className="flex items-center gap-2 text-ink-3">
      {isStored
        ? 'Uses the application stored for this connector.'
        : 'Patchbay registers itself at the provider.'}
      <Button size="sm" variant="ghost" onClick={onOwn}>
        Use another application
      </Button>
    </p>
  );
}

interface EndsAtProps {
  value: number | null;
  onChange: (value: number | null) => void;
}

function EndsAt({ value, onChange }: EndsAtProps) {
  const day = value === null ? '' : new Date(value).toISOString().slice(0, 10);
  return (
    <Field
      label="Ends on"
      help="If you know when this key ends, Patchbay warns a week ahead."
      className="w-60"
    >
      {(control) => (
        <Input
          {...control}
          type="date"
          value={day}
          onChange={(event) => onChange(event.target.value ? Date.parse(event.target.value) : null)}
        />
      )}
    </Field>
  );
}

function SetBy({ connection }: { connection: Connection }) {
  const { secretsSetAt, secretsSetBy } = connection;
  return (
    <p className="flex items-center gap-1.5 text-sm text-ink-3">
      <KeyRound aria-hidden className="size-3.5" />
      Set{secretsSetBy && ` by ${secretsSetBy}`}
      {secretsSetAt !== undefined && <TimeAgo at={secretsSetAt} />}
    </p>
  );
}

function WaitingNote({ onCancel }: { onCancel: () => void }) {
  return (
    <ProblemNote
      tone="wait"
      problem={{
        message: 'Waiting for the provider.',
        hint: 'Sign in and agree in the window that opened. If you closed it, cancel and try again.',
      }}
      action={
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      }
    />
  );
}
