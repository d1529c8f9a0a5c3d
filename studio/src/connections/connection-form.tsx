import type { ConnectorManifest } from '@patchbay/shared/catalog';
import { createConnection, testConnection, updateConnection } from '@patchbay/shared/connections';
import type { Connection } from '@patchbay/shared/connections';
import { useState } from 'react';

import { SchemaForm } from '#form';
import { problemIn, useCommand } from '#lib';
import { Button, ConnectorIcon, Dialog, Field, Input, ProblemNote, toast } from '#ui';

import { bodyOf, useConnectionDraft } from './connection-draft.ts';
import { CredentialFields } from './credential-fields.tsx';

interface ConnectionFormProps {
  manifest: ConnectorManifest;
  connection?: Connection;
  onClose: () => void;
  onSaved?: (connection: Connection) => void;
}

/** The dialog once the connector is known. Saving tests at once and says what came of it. */
export function ConnectionForm({ manifest, connection, onClose, onSaved }: ConnectionFormProps) {
  const form = useConnectionDraft(manifest, connection);
  const { draft, change, errors, isValid, setTried } = form;
  const save = useSave(manifest, connection);
  const send = async (): Promise<void> => {
    setTried(true);
    if (!isValid) return;
    const saved = await save.run(bodyOf(draft));
    if (!saved) return;
    onSaved?.(saved.connection);
    if (saved.ok) onClose();
  };
  return (
    <Dialog
      open
      dismissable={false}
      onClose={onClose}
      title={
        <span className="flex items-center gap-2.5">
          <ConnectorIcon icon={manifest.icon} name={manifest.name} size="sm" />
          {connection ? connection.name : `Connect ${manifest.name}`}
        </span>
      }
      description={manifest.description}
      actions={
        <>
          <Button onClick={onClose}>{save.stored ? 'Close' : 'Cancel'}</Button>
          <Button variant="primary" busy={save.isBusy} onClick={() => void send()}>
            {save.isBusy ? save.words : 'Save and test'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {save.problem && <ProblemNote problem={save.problem} />}
        <Field
          label="Name"
          required
          error={errors.name}
          help="How people find it when they draw a flow."
        >
          {(control) => (
            <Input
              {...control}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <SchemaForm
          schema={manifest.config}
          value={draft.config}
          errors={errors.config}
          onChange={(config) => change({ config })}
        />
        <CredentialFields manifest={manifest} connection={connection} form={form} />
      </div>
    </Dialog>
  );
}

type Body = ReturnType<typeof bodyOf>;

/** Saves and tests; what was saved stays saved when the test fails, and a second try updates it. */
function useSave(manifest: ConnectorManifest, connection: Connection | undefined) {
  const [stored, setStored] = useState(connection?.id);
  const [tested, setTested] = useState<ReturnType<typeof problemIn>>();
  const create = useCommand(createConnection, ['connections', 'health']);
  const update = useCommand(updateConnection, ['connections', 'health']);
  const test = useCommand(testConnection, ['connections', 'health']);
  const store = (body: Body) =>
    stored === undefined
      ? create.mutateAsync({
          body: { ...body, connector: manifest.id, version: manifest.version },
        })
      : update.mutateAsync({ params: { id: stored }, body });
  const run = async (body: Body) => {
    setTested(undefined);
    const saved = await store(body).catch(() => undefined);
    if (!saved) return undefined;
    setStored(saved.id);
    const result = await test.mutateAsync({ params: { id: saved.id } }).catch(() => undefined);
    setTested(result?.problem);
    if (result?.ok) toast(`“${saved.name}” works`);
    return { ok: result?.ok ?? false, connection: result?.connection ?? saved };
  };
  return {
    run,
    stored: stored !== connection?.id,
    isBusy: create.isPending || update.isPending || test.isPending,
    words: test.isPending ? 'Testing' : 'Saving',
    problem: problemIn(create) ?? problemIn(update) ?? problemIn(test) ?? tested,
  };
}
