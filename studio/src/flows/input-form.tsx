import type { JsonObject } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import { loadOptions } from '@patchbay/shared/connections';
import type { Finding, Type } from '@patchbay/shared/mapping';

import { useMay } from '#access';
import { ExpressionForm } from '#form';
import { call } from '#lib';

import type { InputNode } from './input-schema.ts';

interface InputFormProps {
  node: InputNode;
  schema: JsonSchema;
  /** The sample expressions are tried on. */
  document: JsonObject;
  /** What is known of it besides. */
  documentType: Type;
  /** Said at the fields they are about. */
  findings?: readonly Finding[];
  onChange: (text: string) => void;
}

/** A step's input as a form, with choices from the account of its connection. */
export function InputForm(props: InputFormProps) {
  const { node, schema, document, documentType, findings, onChange } = props;
  const connection =
    node.kind === 'action' || node.kind === 'event' ? node.config.connection : undefined;
  const mayAsk = useMay(loadOptions.permission);
  const options =
    connection && mayAsk
      ? async (name: string, input: Record<string, never>) => {
          const params = { id: connection, name };
          return (await call(loadOptions, { params, body: { input } })).items;
        }
      : undefined;
  return (
    <ExpressionForm
      schema={schema}
      text={node.input}
      onChange={onChange}
      document={document}
      documentType={documentType}
      findings={findings}
      loadOptions={options as Parameters<typeof ExpressionForm>[0]['loadOptions']}
    />
  );
}
