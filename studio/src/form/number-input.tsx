import { useState } from 'react';

import { Input, type ControlProps } from '#ui';

interface NumberInputProps extends ControlProps {
  value: unknown;
  onChange: (value: unknown) => void;
  placeholder?: string;
}

/** A number as one types it; what is no number yet is kept as text and refused by the schema. */
export function NumberInput({ value, onChange, ...rest }: NumberInputProps) {
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? textOf(value);
  const change = (text: string): void => {
    setDraft(text);
    const number = Number(text.replace(',', '.'));
    if (text.trim() === '') onChange(undefined);
    else onChange(Number.isFinite(number) ? number : text);
  };
  return (
    <Input
      {...rest}
      inputMode="decimal"
      value={shown}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setDraft(undefined)}
      className="tabular-nums"
    />
  );
}

function textOf(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
