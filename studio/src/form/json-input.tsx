import { useState } from 'react';

import { Textarea, type ControlProps } from '#ui';

interface JsonInputProps extends ControlProps {
  value: unknown;
  onChange: (value: unknown) => void;
}

/** Any JSON as text; it is handed on whenever it parses, and says so when it does not. */
export function JsonInput({ value, onChange, ...control }: JsonInputProps) {
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? (value === undefined ? '' : JSON.stringify(value, null, 2));
  const broken = draft !== undefined && draft.trim() !== '' && parse(draft) === undefined;
  const change = (text: string): void => {
    setDraft(text);
    if (text.trim() === '') onChange(undefined);
    const parsed = parse(text);
    if (parsed) onChange(parsed.value);
  };
  return (
    <>
      <Textarea
        {...control}
        mono
        aria-invalid={broken || control['aria-invalid']}
        rows={Math.min(12, Math.max(2, shown.split('\n').length))}
        placeholder="JSON"
        value={shown}
        onChange={(event) => change(event.target.value)}
        onBlur={() => !broken && setDraft(undefined)}
      />
      {broken && (
        <p className="text-sm text-fail">This is not JSON yet; the last valid value is kept.</p>
      )}
    </>
  );
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}
