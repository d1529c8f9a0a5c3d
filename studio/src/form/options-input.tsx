import type { JsonSchema } from '@patchbay/shared/catalog';

import { toProblem } from '#lib';
import { Combobox, Input, type Choice, type ControlProps } from '#ui';

import type { LoadedOption } from './tools.ts';
import { useOptions } from './use-options.ts';

interface OptionsInputProps extends ControlProps {
  schema: JsonSchema;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** Choices from the account itself; what can't be loaded can still be typed. */
export function OptionsInput({ schema, value, onChange, ...control }: OptionsInputProps) {
  const options = useOptions(schema['x-options'], schema['x-dependsOn']);
  if (!options.data) {
    const problem = options.error && toProblem(options.error);
    return (
      <>
        <Input
          {...control}
          value={typeof value === 'string' ? value : ''}
          placeholder={options.isFetching ? 'Loading the choices…' : 'Type the value'}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
        {problem && <p className="text-sm text-wait">{`${problem.message} ${problem.hint}`}</p>}
      </>
    );
  }
  const choices = choicesOf(options.data, value);
  return (
    <Combobox
      {...control}
      choices={choices}
      value={keyOf(value)}
      onChange={(key) => onChange(options.data.find((o) => keyOf(o.value) === key)?.value ?? key)}
      empty="The account has nothing by that name."
    />
  );
}

/** A value that is not among the choices any more is still shown. */
function choicesOf(options: LoadedOption[], value: unknown): Choice[] {
  const choices = options.map((o) => ({ value: keyOf(o.value) ?? '', label: o.label }));
  const key = keyOf(value);
  if (key === undefined || choices.some((choice) => choice.value === key)) return choices;
  return [{ value: key, label: key, hint: 'Not among the choices' }, ...choices];
}

function keyOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
