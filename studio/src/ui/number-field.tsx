import { useState, type ReactNode } from 'react';

import { Field } from './field.tsx';
import { Input } from './input.tsx';
import { readNumber, type NumberBounds } from './read-number.ts';

interface NumberFieldProps extends NumberBounds {
  label: ReactNode;
  help?: ReactNode;
  /** Undefined: nothing is set. */
  value: number | undefined;
  onChange: (value: number) => void;
  /** What an emptied field means; without it the last number comes back. */
  onClear?: () => void;
  className?: string;
}

/** A number with its label. What is half typed stays as it is typed, and changes nothing yet. */
export function NumberField(props: NumberFieldProps) {
  const { label, help, value, onChange, onClear, className, ...bounds } = props;
  const [draft, setDraft] = useState<string>();
  const isEmpty = onClear !== undefined && draft?.trim() === '';
  const read = draft === undefined || isEmpty ? undefined : readNumber(draft, bounds);
  const change = (text: string): void => {
    setDraft(text);
    if (onClear && text.trim() === '') return onClear();
    const next = readNumber(text, bounds);
    if ('value' in next) onChange(next.value);
  };
  return (
    <Field
      label={label}
      help={help}
      error={read && 'wrong' in read ? read.wrong : undefined}
      className={className}
    >
      {(control) => (
        <Input
          {...control}
          type="number"
          step={bounds.whole ? 1 : 'any'}
          min={bounds.min}
          max={bounds.max}
          value={draft ?? value ?? ''}
          onChange={(event) => change(event.target.value)}
          onBlur={() => setDraft(undefined)}
          className="tabular-nums"
        />
      )}
    </Field>
  );
}
