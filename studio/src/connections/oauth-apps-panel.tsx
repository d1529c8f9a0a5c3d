import type { JsonObject } from '@patchbay/shared/base';
import { getConnector, listConnectors } from '@patchbay/shared/catalog';
import {
  clientFields,
  deleteOAuthApp,
  listOAuthApps,
  putOAuthApp,
} from '@patchbay/shared/connections';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { SchemaForm, validateValue } from '#form';
import { problemIn, useCommand, useEndpoint } from '#lib';
import {
  Button,
  Combobox,
  CopyLine,
  Dialog,
  Field,
  IconButton,
  Panel,
  ProblemNote,
  TimeAgo,
} from '#ui';

/** The OAuth applications that connectors sign people in with, registered once for everybody. */
export function OAuthAppsPanel() {
  const stored = useEndpoint(listOAuthApps, {});
  const problem = problemIn(stored);
  const apps = stored.data;
  const [adding, setAdding] = useState(false);
  const remove = useCommand(deleteOAuthApp, ['connections']);
  const add = (
    <Button size="sm" icon={<Plus />} onClick={() => setAdding(true)}>
      Add an application
    </Button>
  );
  return (
    <Panel title="OAuth applications" actions={add}>
      <p className="mb-3 text-ink-2">
        An application that is stored here spares everybody entering client id and secret: they only
        sign in and agree.
      </p>
      {problem && <ProblemNote problem={problem} onAgain={stored.refetch} />}
      {apps && (
        <CopyLine label="Redirect address to register at the provider" text={apps.redirectUri} />
      )}
      <ul className="mt-3 divide-y divide-line">
        {apps?.items.map((app) => (
          <li key={`${app.connector} ${app.scheme}`} className="flex items-center gap-3 py-1.5">
            <span className="font-medium">{app.connector}</span>
            <code className="min-w-0 flex-1 truncate font-mono text-sm">{app.clientId}</code>
            <span className="text-sm text-ink-3">
              {app.setBy} <TimeAgo at={app.setAt} />
            </span>
            <IconButton
              label={`Remove the application of ${app.connector}`}
              size="sm"
              onClick={() =>
                remove.mutate({ params: { connector: app.connector, scheme: app.scheme } })
              }
            >
              <Trash2 />
            </IconButton>
          </li>
        ))}
      </ul>
      {adding && <AddApp onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function AddApp({ onClose }: { onClose: () => void }) {
  const [connector, setConnector] = useState<string>();
  const [values, setValues] = useState<JsonObject>({});
  const put = useCommand(putOAuthApp, ['connections']);
  const choices = (useEndpoint(listConnectors, {}, { staleTime: 60_000 }).data?.items ?? [])
    .filter((one) => one.authTypes.includes('oauth2'))
    .map((one) => ({ value: one.id, label: one.name }));
  const scheme = useOAuthScheme(connector);
  const fields = scheme && clientFields(scheme);
  const isValid = fields !== undefined && Object.keys(validateValue(fields, values)).length === 0;
  const save = (): void => {
    if (!scheme || !connector) return;
    const body = values as { clientId: string };
    put.mutate({ params: { connector, scheme: scheme.id }, body }, { onSuccess: onClose });
  };
  const problem = problemIn(put);
  return (
    <Dialog
      open
      onClose={onClose}
      title="OAuth application of a connector"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={put.isPending} disabled={!isValid} onClick={save}>
            Store
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {problem && <ProblemNote problem={problem} />}
        <Field label="Connector">
          {(control) => (
            <Combobox {...control} choices={choices} value={connector} onChange={setConnector} />
          )}
        </Field>
        {fields && <SchemaForm schema={fields} value={values} onChange={setValues} />}
      </div>
    </Dialog>
  );
}

/** The scheme of a connector that has a client. */
function useOAuthScheme(connector: string | undefined) {
  const params = { id: connector ?? '', version: 'latest' };
  const manifest = useEndpoint(getConnector, { params }, { enabled: connector !== undefined });
  return manifest.data?.auth.find((one) => one.type === 'oauth2');
}
