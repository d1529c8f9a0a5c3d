import type { ConnectorManifest } from '@patchbay/shared/catalog';
import type { Connection } from '@patchbay/shared/connections';
import { KeyRound } from 'lucide-react';

import { SchemaForm } from '#form';
import { Field, Select, TimeAgo } from '#ui';

import type { useConnectionDraft } from './connection-draft.ts';

interface CredentialFieldsProps {
  manifest: ConnectorManifest;
  connection?: Connection;
  form: ReturnType<typeof useConnectionDraft>;
}

/** How to sign in: the scheme and its fields. Secrets are written here and never shown. */
export function CredentialFields({ manifest, connection, form }: CredentialFieldsProps) {
  const { draft, change, scheme, fields, kept, errors } = form;
  if (manifest.auth.every((one) => one.type === 'none')) return null;
  const choices = manifest.auth.map((one) => ({ value: one.id, label: one.title }));
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="font-semibold">Sign-in</h3>
      {choices.length > 1 && (
        <Field label="Method" help={scheme?.help}>
          {(control) => (
            <Select
              {...control}
              choices={choices}
              value={draft.scheme}
              onChange={(next) => change({ scheme: next, secrets: {} })}
            />
          )}
        </Field>
      )}
      {choices.length === 1 && scheme?.help && <p className="text-ink-3">{scheme.help}</p>}
      {fields && (
        <SchemaForm
          schema={fields}
          value={draft.secrets}
          errors={errors.secrets}
          secretsSet={kept}
          onChange={(secrets) => change({ secrets })}
        />
      )}
      {connection && kept.length > 0 && <SetBy connection={connection} />}
    </section>
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
