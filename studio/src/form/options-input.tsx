import type { JsonSchema } from '@patchbay/shared/catalog';
import { useQuery } from '@tanstack/react-query';

import { toProblem } from '#lib';
import { Combobox, Input, type Choice, type ControlProps } from '#ui';

import { useFormTools, type LoadedOption } from './tools.ts';

interface OptionsInputProps extends ControlProps {
  schema: JsonSchema;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** Choices from the account itself; what can't be loaded can still be typed. */
export function OptionsInput({ schema, value, onChange, ...control }: OptionsInputProps) {
  const { loadOptions, values } = useFormTools();
  const source = schema['x-options'] ?? '';
  const depends = schema['x-dependsOn'] ?? [];
  const input = Object.fromEntries(depends.map((name) => [name, values[name] ?? null]));
  const options = useQuery({
    queryKey: ['options', source, input],
    queryFn: () => loadOptions?.(source, input) ?? [],
    enabled: loadOptions !== undefined,
    retry: false,
    staleTime: 60_000,
  });
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
