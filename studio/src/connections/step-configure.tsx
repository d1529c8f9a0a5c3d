import type { JsonObject } from '@patchbay/shared/base';
import type { ConnectorManifest } from '@patchbay/shared/catalog';
import {
  createConnection,
  updateConnection,
  type Connection,
  type ConnectionScope,
} from '@patchbay/shared/connections';
import { useState } from 'react';

import { startValue, validateValue } from '#form';
import { problemIn, useCommand } from '#lib';
import { Button, ProblemNote } from '#ui';

import { plainFields } from './account-fields.ts';
import type { StepProps } from './connection-wizard.tsx';
import { SettingsFields } from './settings-fields.tsx';

interface StepConfigureProps extends Pick<StepProps, 'manifest' | 'frame' | 'onClose'> {
  connection: Connection | undefined;
  onMade: (connection: Connection) => void;
}

/** Name and settings. Going on stores them: whoever leaves finds the connection in the list. */
export function StepConfigure({
  manifest,
  connection,
  frame,
  onMade,
  onClose,
}: StepConfigureProps) {
  const [draft, setDraft] = useState(() => startSettings(manifest, connection));
  const [tried, setTried] = useState(false);
  const create = useCommand(createConnection, ['connections', 'health']);
  const update = useCommand(updateConnection, ['connections', 'health']);
  const schema = plainFields(manifest.config);
  const errors = settingsErrors(draft, schema);
  const next = async (): Promise<void> => {
    setTried(true);
    if (errors.name || Object.keys(errors.config).length > 0) return;
    const body = { ...draft, name: draft.name.trim() };
    const made = connection
      ? await update.mutateAsync({ params: { id: connection.id }, body }).catch(() => undefined)
      : await create
          .mutateAsync({ body: { ...body, connector: manifest.id, version: manifest.version } })
          .catch(() => undefined);
    if (made) onMade(made);
  };
  const problem = problemIn(create) ?? problemIn(update);
  return frame(
    <>
      {problem && <ProblemNote problem={problem} className="mb-3" />}
      <SettingsFields
        schema={schema}
        draft={draft}
        onChange={setDraft}
        errors={tried ? errors : { config: {} }}
      />
    </>,
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button
        variant="primary"
        busy={create.isPending || update.isPending}
        onClick={() => void next()}
      >
        Next
      </Button>
    </>,
  );
}

/** Name, reach and settings as they are edited. */
export interface SettingsDraft {
  name: string;
  scope: ConnectionScope;
  config: JsonObject;
}

/** What editing starts from: the connection, or the manifest's defaults. */
export function startSettings(manifest: ConnectorManifest, connection?: Connection): SettingsDraft {
  const defaults = (startValue(manifest.config, manifest.config) ?? {}) as JsonObject;
  return {
    name: connection?.name ?? manifest.name,
    scope: connection?.scope ?? 'project',
    config: connection?.config ?? defaults,
  };
}

/** What is wrong with a draft, field by field. */
export function settingsErrors(
  draft: SettingsDraft,
  schema: ConnectorManifest['config'],
): { name?: string; config: Record<string, string> } {
  const name = draft.name.trim() === '' ? 'Give it a name you will recognise.' : undefined;
  return { ...(name && { name }), config: validateValue(schema, draft.config) };
}
