import type { JsonObject } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import { readObject, type Finding, type Type } from '@patchbay/shared/mapping';
import { useMemo, useState } from 'react';

import { CodeEditor } from './code-editor.tsx';
import { ExpressionFields } from './expression-fields.tsx';
import { computedTexts, literalPart, wrongLiterals } from './expression-spans.ts';
import { ExpressionToolsProvider } from './expression-tools.ts';
import { Preview } from './preview.tsx';
import { FormToolsProvider, type LoadOptions } from './tools.ts';
import { usePreviews } from './use-previews.ts';
import type { FieldErrors } from './validate.ts';

export interface ExpressionFormProps {
  /** Of what the expression makes; without one, fields are free. */
  schema: JsonSchema;
  /** One JSONata expression; the form edits spans of it. */
  text: string;
  onChange: (text: string) => void;
  /** Sample data to try expressions on and to offer fields of. */
  document?: JsonObject;
  /** What is known of that document besides. */
  documentType?: Type;
  loadOptions?: LoadOptions;
  /** Said below the expressions they are in. */
  findings?: readonly Finding[];
  /** By path, such as `auth.token`. */
  errors?: FieldErrors;
}

const NO_ERRORS: FieldErrors = {};

/**
 * A node's input as a form over one JSONata text. An object constructor is shown field by field,
 * anything else as one field of code. What the form does not show stays in the text as it is.
 */
export function ExpressionForm(props: ExpressionFormProps) {
  const { schema, onChange, document, documentType, loadOptions, findings } = props;
  const { errors = NO_ERRORS } = props;
  const [asExpression, setAll] = useState<ReadonlySet<string>>(new Set());
  const text = props.text.trim() === '' ? '{}' : props.text;
  const isForm = readObject(text) !== undefined && isObjectSchema(schema);
  const texts = useMemo(() => (isForm ? computedTexts(text) : [text]), [isForm, text]);
  const previews = usePreviews(texts, document);
  const values = useMemo(() => literalPart(text), [text]);
  const found = useMemo(() => wrongLiterals(schema, text, values), [schema, text, values]);
  const setAsExpression = (path: string, on: boolean): void =>
    setAll((before) => new Set(on ? [...before, path] : [...before].filter((one) => one !== path)));
  if (!isForm) {
    return (
      <div className="flex flex-col gap-1">
        <CodeEditor
          label="Input expression"
          value={props.text}
          onChange={onChange}
          document={document}
          documentType={documentType}
          findings={findings}
        />
        <Preview result={previews.get(text)} />
      </div>
    );
  }
  const editing = { text, setText: onChange, asExpression, setAsExpression };
  const tools = { ...editing, document, documentType, previews, findings };
  return (
    <FormToolsProvider
      value={{ root: schema, errors: { ...found, ...errors }, values, loadOptions }}
    >
      <ExpressionToolsProvider value={tools}>
        <div className="flex flex-col gap-3">
          <ExpressionFields schema={schema} path={[]} />
        </div>
      </ExpressionToolsProvider>
    </FormToolsProvider>
  );
}

function isObjectSchema(schema: JsonSchema): boolean {
  return schema.type === undefined || schema.type === 'object' || schema.oneOf !== undefined;
}
