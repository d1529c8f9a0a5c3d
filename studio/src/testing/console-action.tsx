import { isObject, parseJson, type JsonObject } from '@patchbay/shared/base';
import {
  getAction,
  getConnector,
  type ActionManifest,
  type ConnectorManifest,
} from '@patchbay/shared/catalog';
import { loadOptions } from '@patchbay/shared/connections';
import type { CallRecord, CallRequest } from '@patchbay/shared/testing';
import { useState } from 'react';

import { CodeEditor, SchemaForm, startValue, validateValue } from '#form';
import { call, problemIn, useEndpoint } from '#lib';
import { Loading, ProblemNote, Tabs } from '#ui';

import { CallHistory } from './call-history.tsx';
import { CallResult } from './call-result.tsx';
import { ConsoleSend } from './console-send.tsx';

interface ConsoleActionProps {
  connector: string;
  version: string;
  connection: string | undefined;
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

function KnownAction({ manifest, found, connector, connection, action }: KnownActionProps) {
  const [input, setInput] = useState<JsonObject>(() => sampleOf(found));
  const [record, setRecord] = useState<CallRecord>();
  const errors = validateValue(found.input, input);
  const request: CallRequest = {
    connector,
    version: manifest.version,
    action,
    connection,
    input,
  };
  const options = connection
    ? (name: string, own: JsonObject) =>
        call(loadOptions, { params: { id: connection, name }, body: { input: own } }).then(
          ({ items }) => items,
        )
    : undefined;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(320px,2fr)_minmax(360px,3fr)] divide-x divide-line">
      <div className="flex min-h-0 flex-col">
        <div className="min-h-0 flex-1 overflow-y-auto">
          <InputForm action={found} input={input} onChange={setInput} loadOptions={options} />
        </div>
        <ConsoleSend
          request={request}
          action={found}
          wrong={Object.entries(errors)[0]}
          onDone={setRecord}
        />
      </div>
      <div className="min-h-0 overflow-y-auto p-4">
        {record && (
          <CallResult
            record={record}
            manifest={manifest}
            onUse={() => setInput(isObject(record.input) ? record.input : {})}
          />
        )}
        <CallHistory
          connector={connector}
          connection={connection}
          action={action}
          shown={record?.id}
          onShow={setRecord}
          onUse={(old) => setInput(isObject(old.input) ? old.input : {})}
        />
      </div>
    </div>
  );
}

function sampleOf({ sample, input }: ActionManifest): JsonObject {
  if (isObject(sample)) return sample;
  const value: unknown = startValue(input, input);
  return isObject(value) ? value : {};
}

interface InputFormProps {
  action: ActionManifest;
  input: JsonObject;
  onChange: (input: JsonObject) => void;
  loadOptions: React.ComponentProps<typeof SchemaForm>['loadOptions'];
}

/** The same value as a form and as JSON. */
function InputForm({ action, input, onChange, loadOptions: options }: InputFormProps) {
  const [tab, setTab] = useState<'form' | 'json'>('form');
  return (
    <Tabs<'form' | 'json'>
      label="Input as"
      value={tab}
      onChange={setTab}
      items={[
        {
          value: 'form',
          label: 'Form',
          content: (
            <div className="p-4">
              <SchemaForm
                schema={action.input}
                value={input}
                onChange={onChange}
                loadOptions={options}
              />
            </div>
          ),
        },
        { value: 'json', label: 'JSON', content: <InputJson input={input} onChange={onChange} /> },
      ]}
    />
  );
}

function InputJson({ input, onChange }: Pick<InputFormProps, 'input' | 'onChange'>) {
  const [text, setText] = useState(() => JSON.stringify(input, null, 2));
  const parsed = parseJson(text);
  const change = (next: string): void => {
    setText(next);
    const value = parseJson(next);
    if (value.ok && isObject(value.value)) onChange(value.value);
  };
  return (
    <div className="p-4">
      <CodeEditor label="Input" language="json" value={text} onChange={change} height={320} />
      {!parsed.ok && <p className="mt-1 text-sm text-fail">{parsed.problem.message}</p>}
    </div>
  );
}
