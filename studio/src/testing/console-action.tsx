import { isObject, type Json, type JsonObject } from '@patchbay/shared/base';
import {
  getAction,
  getConnector,
  type ActionManifest,
  type ConnectorManifest,
} from '@patchbay/shared/catalog';
import { loadOptions } from '@patchbay/shared/connections';
import type { CallRecord, CallRequest } from '@patchbay/shared/testing';
import { useState } from 'react';

import { SchemaForm, startValue, validateValue } from '#form';
import { call, problemIn, useEndpoint } from '#lib';
import { Loading, ProblemNote, Tabs } from '#ui';

import { CallHistory } from './call-history.tsx';
import { CallResult } from './call-result.tsx';
import { ConsoleSend, useSending } from './console-send.tsx';
import { BrokenContext, JsonEditor, useBroken } from './json-editor.tsx';

interface ConsoleActionProps {
  connector: string;
  version: string;
  connection: string | undefined;
  /** What the connection is called. */
  name: string | undefined;
  action: string;
}

/** One action in the console: its form, the request, what came back, and the last calls. */
export function ConsoleAction(props: ConsoleActionProps) {
  const { connector: id, version, action } = props;
  const manifest = useEndpoint(getConnector, { params: { id, version } });
  const found = useEndpoint(getAction, { params: { id, version, action } });
  const problem = problemIn(manifest) ?? problemIn(found);
  if (problem) return <ProblemNote problem={problem} className="m-4" />;
  if (!manifest.data || !found.data) return <Loading what="the action" />;
  return <KnownAction {...props} manifest={manifest.data} found={found.data} />;
}

interface KnownActionProps extends ConsoleActionProps {
  manifest: ConnectorManifest;
  found: ActionManifest;
}

function KnownAction({ manifest, found, ...props }: KnownActionProps) {
  const { connector, connection, action, name } = props;
  const [input, setInput] = useState<Json>(() => sampleOf(found));
  const [record, setRecord] = useState<CallRecord>();
  // What was typed as text gives way to a sample that is put in.
  const [used, setUsed] = useState(0);
  const { broken, report } = useBroken();
  const wrong = Object.entries(validateValue(found.input, input))[0];
  const { version } = manifest;
  const request: CallRequest = { connector, version, action, connection, input };
  const sending = useSending(request, found, setRecord);
  const use = (old: CallRecord): void => {
    setInput(old.input);
    setUsed((count) => count + 1);
  };
  const options = connection ? optionsOf(connection) : undefined;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(320px,2fr)_minmax(360px,3fr)] divide-x divide-line">
      <div className="flex min-h-0 flex-col">
        <div className="min-h-0 flex-1 overflow-y-auto">
          <BrokenContext value={report}>
            <InputForm
              used={used}
              action={found}
              input={input}
              onChange={setInput}
              loadOptions={options}
              isBroken={broken > 0}
            />
          </BrokenContext>
        </div>
        <ConsoleSend
          sending={sending}
          action={found}
          input={input}
          target={name ?? manifest.name}
          wrong={wrong}
          isBroken={broken > 0}
        />
      </div>
      <div className="min-h-0 overflow-y-auto p-4">
        {record && (
          <CallResult
            record={record}
            manifest={manifest}
            onUse={() => use(record)}
            onAgain={broken > 0 ? undefined : sending.start}
          />
        )}
        <CallHistory
          connector={connector}
          connection={connection}
          action={action}
          shown={record?.id}
          onShow={setRecord}
          onUse={use}
        />
      </div>
    </div>
  );
}

/** Fetches the choices of a field from the account of the connection. */
function optionsOf(connection: string): React.ComponentProps<typeof SchemaForm>['loadOptions'] {
  return (name, input) =>
    call(loadOptions, { params: { id: connection, name }, body: { input } }).then(
      ({ items }) => items,
    );
}

function sampleOf({ sample, input }: ActionManifest): JsonObject {
  if (isObject(sample)) return sample;
  const value: unknown = startValue(input, input);
  return isObject(value) ? value : {};
}

interface InputFormProps {
  /** How many samples were put in; both views then begin anew. */
  used: number;
  action: ActionManifest;
  input: Json;
  onChange: (input: Json) => void;
  loadOptions: React.ComponentProps<typeof SchemaForm>['loadOptions'];
  /** The text does not parse; leaving it now would lose it. */
  isBroken: boolean;
}

/** The same value as a form and as JSON. */
function InputForm({ used, action, input, onChange, isBroken, ...form }: InputFormProps) {
  const [tab, setTab] = useState<'form' | 'json'>('form');
  return (
    <Tabs<'form' | 'json'>
      label="Input as"
      value={tab}
      onChange={(next) => !isBroken && setTab(next)}
      items={[
        {
          value: 'form',
          label: 'Form',
          content: (
            <div className="p-4">
              <SchemaForm
                key={used}
                schema={action.input}
                value={isObject(input) ? input : {}}
                onChange={onChange}
                loadOptions={form.loadOptions}
              />
            </div>
          ),
        },
        {
          value: 'json',
          label: 'JSON',
          content: (
            <JsonEditor
              key={used}
              className="p-4"
              label="Input"
              value={input}
              onChange={onChange}
              height={320}
            />
          ),
        },
      ]}
    />
  );
}
