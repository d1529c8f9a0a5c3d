import type { JsonSchema } from '@patchbay/shared/catalog';
import type { ConnectionScope } from '@patchbay/shared/connections';

import { useMay, useMe } from '#access';
import { SchemaForm } from '#form';
import { Field, Input, Select, type Choice } from '#ui';

import type { SettingsDraft } from './step-configure.tsx';

const SCOPES: Choice<ConnectionScope>[] = [
  { value: 'project', label: 'This project', hint: 'Everybody in it may use the connection.' },
  { value: 'global', label: 'All projects', hint: 'For what the whole installation shares.' },
  { value: 'personal', label: 'Only me', hint: 'In every project; nobody else can draw with it.' },
];

/** Says which project "this" is; a connection for all projects is made by who runs Patchbay. */
function useScopes(now: ConnectionScope): Choice<ConnectionScope>[] {
  const mayForAll = useMay('settings.edit');
  const project = useMe()?.project.name;
  const offered = SCOPES.filter(({ value }) => value !== 'global' || mayForAll || now === value);
  return offered.map((scope) =>
    scope.value === 'project' && project !== undefined
      ? { ...scope, label: `This project (${project})` }
      : scope,
  );
}

interface SettingsFieldsProps {
  schema: JsonSchema;
  draft: SettingsDraft;
  onChange: (draft: SettingsDraft) => void;
  errors: { name?: string; config: Record<string, string> };
}

/** Name, who may use it, and what the connector asks for beside the sign-in. */
export function SettingsFields({ schema, draft, onChange, errors }: SettingsFieldsProps) {
  const scopes = useScopes(draft.scope);
  return (
    <div className="flex flex-col gap-4">
      <Field
        label="Name"
        required
        error={errors.name}
        help="How people find it when they draw a flow."
      >
        {(control) => (
          <Input
            {...control}
            value={draft.name}
            placeholder="Finance Department"
            onChange={(event) => onChange({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <SchemaForm
        schema={schema}
        value={draft.config}
        errors={errors.config}
        onChange={(config) => onChange({ ...draft, config })}
      />
      <Field label="Who may use it" className="w-60">
        {(control) => (
          <Select
            {...control}
            choices={scopes}
            value={draft.scope}
            onChange={(scope) => onChange({ ...draft, scope })}
          />
        )}
      </Field>
    </div>
  );
}
