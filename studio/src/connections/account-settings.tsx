import type { JsonObject } from '@patchbay/shared/base';
import type { JsonSchema } from '@patchbay/shared/catalog';
import { loadOptions, type Connection } from '@patchbay/shared/connections';

import { useMay } from '#access';
import { SchemaForm } from '#form';
import { call } from '#lib';

interface AccountSettingsProps {
  connection: Connection;
  schema: JsonSchema;
  value: JsonObject;
  onChange: (value: JsonObject) => void;
}

/** Settings whose choices come from the account that was just signed in to. */
export function AccountSettings({ connection, schema, value, onChange }: AccountSettingsProps) {
  const mayAsk = useMay(loadOptions.permission);
  const load = async (name: string, input: JsonObject) => {
    const found = await call(loadOptions, { params: { id: connection.id, name }, body: { input } });
    return found.items;
  };
  return (
    <SchemaForm
      schema={schema}
      value={value}
      onChange={onChange}
      loadOptions={mayAsk ? load : undefined}
    />
  );
}
