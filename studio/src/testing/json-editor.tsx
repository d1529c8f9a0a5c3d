import { parseJson, type Json } from '@patchbay/shared/base';
import { createContext, useCallback, useContext, useEffect, useId, useState } from 'react';

import { CodeEditor } from '#form';
import { Field } from '#ui';

/** Told which editors hold a text that is no JSON yet, so that nothing is saved without it. */
export const BrokenContext = createContext<(id: string, isBroken: boolean) => void>(
  () => undefined,
);

/** How many editors hold a text that does not parse. */
export function useBroken() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const report = useCallback((id: string, isBroken: boolean): void => {
    setIds((before) => {
      if (before.has(id) === isBroken) return before;
      const rest = [...before].filter((one) => one !== id);
      return new Set(isBroken ? [...rest, id] : rest);
    });
  }, []);
  return { broken: ids.size, report };
}

interface JsonEditorProps {
  label: string;
  value: Json;
  onChange: (value: Json) => void;
  help?: string;
  height?: number;
  className?: string;
}

/** A value as JSON text; it is handed on whenever it parses, and says so when it does not. */
export function JsonEditor(props: JsonEditorProps) {
  const { label, value, onChange, help, height = 120, className } = props;
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  const parsed = parseJson(text);
  const isBroken = !parsed.ok;
  const id = useId();
  const report = useContext(BrokenContext);
  useEffect(() => {
    report(id, isBroken);
    return () => report(id, false);
  }, [report, id, isBroken]);
  const change = (next: string): void => {
    setText(next);
    const now = parseJson(next);
    if (now.ok) onChange(now.value);
  };
  return (
    <Field
      label={label}
      help={help}
      error={parsed.ok ? undefined : parsed.problem.message}
      className={className}
    >
      {() => (
        <CodeEditor label={label} language="json" value={text} onChange={change} height={height} />
      )}
    </Field>
  );
}
