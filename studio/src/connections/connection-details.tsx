import type { Problem } from '@patchbay/shared/base';
import type { ConnectorManifest } from '@patchbay/shared/catalog';
import { updateConnection, type Connection } from '@patchbay/shared/connections';
import { useRef, useState } from 'react';

import { problemIn, useCommand } from '#lib';
import { Button, ConnectorIcon, Dialog, Locked, ProblemNote, toast } from '#ui';

import { accountFields, plainFields } from './account-fields.ts';
import { AccountSettings } from './account-settings.tsx';
import { ConnectionState } from './connection-state.tsx';
import { FailedRuns } from './failed-runs.tsx';
import { SettingsFields } from './settings-fields.tsx';
import { SignInFields } from './sign-in-fields.tsx';
import { settingsErrors, startSettings } from './step-configure.tsx';
import { useMayChange } from './use-may-change.ts';
import { useSignIn } from './use-sign-in.ts';
import { useTest } from './use-test.ts';

interface ConnectionDetailsProps {
  manifest: ConnectorManifest;
  connection: Connection;
  onClose: () => void;
  onSaved?: (connection: Connection) => void;
  asks?: readonly string[];
}

/** A connection as it stands: how it is doing, its settings, its sign-in. */
export function ConnectionDetails(props: ConnectionDetailsProps) {
  const { manifest, connection, onClose, onSaved, asks } = props;
  const mayEdit = useMayChange(connection);
  const form = useDetails(manifest, connection, asks);
  const parts = useRef<HTMLDivElement>(null);
  const mend = (): void => focusPart(parts.current, form.test.problem ?? connection.statusReason);
  const save = async (): Promise<void> => {
    if (!(await form.save())) return;
    onSaved?.(connection);
    if (await form.test.run()) {
      toast(`“${form.draft.name}” works`);
      onClose();
    }
  };
  return (
    <Dialog
      open
      size="lg"
      dismissable={false}
      onClose={onClose}
      title={
        <span className="flex items-center gap-2.5">
          <ConnectorIcon icon={manifest.icon} name={manifest.name} size="sm" />
          {connection.name}
        </span>
      }
      description={`${manifest.name} ${connection.version}`}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          {mayEdit && (
            <Button variant="primary" busy={form.isBusy} onClick={() => void save()}>
              Save and test
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-5" ref={parts}>
        <ConnectionState
          manifest={manifest}
          connection={connection}
          found={form.test.problem}
          onChange={mayEdit ? mend : undefined}
          onAgain={mayEdit ? () => void save() : undefined}
        />
        {form.problem && <ProblemNote problem={form.problem} />}
        <FailedRuns connection={connection} />
        <Locked when={!mayEdit}>
          <SignInSection manifest={manifest} connection={connection} form={form} />
          <SettingsSection manifest={manifest} connection={connection} form={form} />
        </Locked>
      </div>
    </Dialog>
  );
}

/** Leads to the first field of the part where a problem is mended. */
function focusPart(parts: HTMLElement | null, problem: Problem | undefined): void {
  const part = problem?.code === 'auth_expired' ? 'Sign-in' : 'Settings';
  parts?.querySelector<HTMLElement>(`[aria-label="${part}"] :is(input, button)`)?.focus();
}

interface SectionProps {
  manifest: ConnectorManifest;
  connection: Connection;
  form: ReturnType<typeof useDetails>;
}

function SignInSection({ manifest, connection, form }: SectionProps) {
  const { signIn, test, reconnect } = form;
  const mayEdit = useMayChange(connection);
  const isConnected = connection.secretsSet.includes('accessToken');
  return (
    <section aria-label="Sign-in" className="flex flex-col gap-3">
      <h3 className="font-semibold">Sign-in</h3>
      <SignInFields
        manifest={manifest}
        connection={connection}
        signIn={signIn}
        onAuthorized={() => void test.run()}
      />
      {signIn.way === 'provider' && mayEdit && (
        <Button
          className="self-start"
          busy={signIn.busy !== undefined && !signIn.isWaiting}
          onClick={() => void reconnect()}
        >
          {isConnected ? 'Reconnect' : 'Authorize'} at {manifest.name}
        </Button>
      )}
    </section>
  );
}

function SettingsSection({ manifest, connection, form }: SectionProps) {
  const { draft, setDraft, errors } = form;
  const fromAccount = accountFields(manifest.config);
  return (
    <section aria-label="Settings" className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="font-semibold">Settings</h3>
      <SettingsFields
        schema={plainFields(manifest.config)}
        draft={draft}
        onChange={setDraft}
        errors={errors}
      />
      {fromAccount && (
        <AccountSettings
          connection={connection}
          schema={fromAccount}
          value={draft.config}
          onChange={(config) => setDraft({ ...draft, config })}
        />
      )}
    </section>
  );
}

/** What is edited, and how it is stored: one request for settings and sign-in, so both hold or neither. */
function useDetails(manifest: ConnectorManifest, connection: Connection, asks?: readonly string[]) {
  const [draft, setDraft] = useState(() => startSettings(manifest, connection));
  const [tried, setTried] = useState(false);
  const signIn = useSignIn(manifest, connection, asks);
  const test = useTest(connection);
  const update = useCommand(updateConnection, ['connections', 'health']);
  const found = settingsErrors(draft, manifest.config);
  const save = async (): Promise<boolean> => {
    setTried(true);
    if (found.name || Object.keys(found.config).length > 0) return false;
    const auth = signIn.changed ? signIn.check() : undefined;
    if (auth === false) return false;
    const body = { ...draft, name: draft.name.trim(), ...(auth && { auth }) };
    const stored = await update
      .mutateAsync({ params: { id: connection.id }, body })
      .catch(() => undefined);
    return stored !== undefined;
  };
  const reconnect = async (): Promise<void> => {
    const attempt = await signIn.authorize();
    if (attempt && (await test.run())) toast(`“${connection.name}” is connected again`);
  };
  return {
    draft,
    setDraft,
    signIn,
    test,
    save,
    reconnect,
    errors: tried ? found : { config: {} },
    isBusy: update.isPending || test.isBusy,
    problem: problemIn(update),
  };
}
