import { lazy, Suspense } from 'react';

import { useLocked } from '#ui';

import type { CodeEditorProps } from './code-props.ts';

const MonacoEditor = lazy(async () => {
  // One after the other: what registers itself after the first use of the engine is not known to it.
  await import('./monaco-parts.ts');
  const { MonacoEditor: loaded } = await import('./monaco-editor.tsx');
  return { default: loaded };
});

/** A code editor; its engine is loaded when one is first shown, the text is there at once. */
export function CodeEditor(props: CodeEditorProps) {
  const isLocked = useLocked();
  const fallback = (
    <pre
      className="overflow-hidden rounded-md border border-control bg-panel px-3 py-1.5 font-mono text-sm"
      style={{ height: props.height ?? 180 }}
    >
      {props.value}
    </pre>
  );
  return (
    <Suspense fallback={fallback}>
      <MonacoEditor {...props} readOnly={props.readOnly === true || isLocked} />
    </Suspense>
  );
}
