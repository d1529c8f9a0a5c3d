import type { JsonSchema } from '@patchbay/shared/catalog';

import { Input, Select, Switch, Textarea, type Choice, type ControlProps } from '#ui';

import { CodeEditor } from './code-editor.tsx';
import { JsonInput } from './json-input.tsx';
import { NumberInput } from './number-input.tsx';
import { OptionsInput } from './options-input.tsx';
import { kindOf } from './schema.ts';
import { useFormTools } from './tools.ts';

export interface ScalarInputProps {
  name: string;
  schema: JsonSchema;
  value: unknown;
  onChange: (value: unknown) => void;
  control: ControlProps;
}

/** The widget of a field that holds one value. */
export function ScalarInput(props: ScalarInputProps) {
  const { schema, value, onChange, control } = props;
  switch (kindOf(schema)) {
    case 'secret':
      return <SecretInput {...props} />;
    case 'number':
      return (
        <NumberInput
          {...control}
          value={value}
          onChange={onChange}
          placeholder={placeholderOf(schema)}
        />
      );
    case 'boolean':
      return <BooleanInput {...props} />;
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'options':
      return <OptionsInput {...control} schema={schema} value={value} onChange={onChange} />;
    case 'text':
    case 'multiline':
      return <TextInput {...props} />;
    case 'code':
      return (
        <CodeEditor
          label={schema.title ?? props.name}
          language={schema['x-language']}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => onChange(text || undefined)}
        />
      );
    case 'object':
    case 'list':
    case 'variants':
    case 'json':
    default:
      return <JsonInput {...control} value={value} onChange={onChange} />;
  }
}

/** Every value of a credential is written and never read, user names too. */
const SET = 'Set. Type to replace it.';

function placeholderOf(schema: JsonSchema): string | undefined {
  const example: unknown = schema['x-placeholder'] ?? schema.examples?.[0];
  if (typeof example === 'string' || typeof example === 'number') return String(example);
  return undefined;
}

function TextInput({ name, schema, value, onChange, control }: ScalarInputProps) {
  const isSet = useFormTools().secretsSet?.includes(name) ?? false;
  const text = typeof value === 'string' ? value : '';
  const shared = {
    ...control,
    value: text,
    placeholder: isSet ? SET : placeholderOf(schema),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value || undefined),
  };
  if (kindOf(schema) === 'multiline') {
    return <Textarea {...shared} rows={Math.min(10, Math.max(3, text.split('\n').length))} />;
  }
  return <Input {...shared} />;
}

function BooleanInput({ schema, value, onChange, control }: ScalarInputProps) {
  const { 'aria-required': _, ...rest } = control;
  return (
    <div className="flex h-8 items-center">
      <Switch
        {...rest}
        checked={value === undefined ? schema.default === true : value === true}
        onChange={onChange}
      />
    </div>
  );
}

function ChoiceInput({ schema, value, onChange, control }: ScalarInputProps) {
  const all = schema.enum ?? [];
  const choices: Choice[] = all.map((one, i) => ({
    value: String(i),
    label: schema['x-enumTitles']?.[i] ?? (typeof one === 'string' ? one : JSON.stringify(one)),
  }));
  const at = all.findIndex((one) => one === (value ?? schema.default));
  return (
    <Select
      {...control}
      choices={choices}
      value={at < 0 ? undefined : String(at)}
      onChange={(index) => onChange(all[Number(index)])}
    />
  );
}

/** Written, never shown: what is set stays until something new is typed. */
function SecretInput({ name, value, onChange, control }: ScalarInputProps) {
  const isSet = useFormTools().secretsSet?.includes(name) ?? false;
  return (
    <Input
      {...control}
      type="password"
      autoComplete="new-password"
      mono
      value={typeof value === 'string' ? value : ''}
      placeholder={isSet ? SET : ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  );
}
