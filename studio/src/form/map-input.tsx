import type { JsonSchema } from '@patchbay/shared/catalog';
import { Trash2 } from 'lucide-react';

import { IconButton } from '#ui';

import { AddName } from './add-name.tsx';
import { ScalarInput } from './scalar-input.tsx';

interface MapInputProps {
  /** Of each value. */
  schema: JsonSchema;
  values: Record<string, unknown>;
  /** Names that have a field of their own. */
  known: string[];
  onChange: (values: Record<string, unknown>) => void;
}

/** Named values whose names the person chooses: headers, parameters. */
export function MapInput({ schema, values, known, onChange }: MapInputProps) {
  const extra = Object.entries(values).filter(([name]) => !known.includes(name));
  const remove = (name: string): void => {
    const { [name]: _, ...others } = values;
    onChange(others);
  };
  return (
    <>
      {extra.map(([name, value]) => (
        <div key={name} className="flex items-center gap-1">
          <label htmlFor={`map-${name}`} className="w-2/5 min-w-0 truncate font-mono text-sm">
            {name}
          </label>
          <div className="min-w-0 flex-1">
            <ScalarInput
              name={name}
              schema={schema}
              value={value}
              onChange={(next) => onChange({ ...values, [name]: next ?? '' })}
              control={{ id: `map-${name}` }}
            />
          </div>
          <IconButton label={`Remove ${name}`} onClick={() => remove(name)}>
            <Trash2 />
          </IconButton>
        </div>
      ))}
      <AddName
        taken={Object.keys(values)}
        onAdd={(name) => onChange({ ...values, [name]: schema.default ?? '' })}
      />
    </>
  );
}
