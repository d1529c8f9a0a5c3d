import type { JsonObject } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';

import { FormToolsProvider, type LoadOptions } from './tools.ts';
import type { FieldErrors } from './validate.ts';
import { ValueFields } from './value-fields.tsx';

interface SchemaFormProps {
  schema: JsonSchema;
  value: JsonObject;
  onChange: (value: JsonObject) => void;
  /** From `validateValue`; show them once the person tried to send. */
  errors?: FieldErrors;
  loadOptions?: LoadOptions;
  /** Secret fields that hold a value already. */
  secretsSet?: readonly string[];
}

/** A form of plain values from a JSON Schema. */
export function SchemaForm(props: SchemaFormProps) {
  const { schema, value, onChange, errors = {}, loadOptions, secretsSet } = props;
  const tools = { root: schema, errors, values: value, loadOptions, secretsSet };
  return (
    <FormToolsProvider value={tools}>
      <div className="flex flex-col gap-3">
        <ValueFields
          schema={schema}
          value={value}
          onChange={(next) => onChange(next as JsonObject)}
          path={[]}
        />
      </div>
    </FormToolsProvider>
  );
}
