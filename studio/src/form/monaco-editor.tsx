import type { Problem } from '@patchbay/shared/base';
import { parseTree } from '@patchbay/shared/mapping';
import { useEffect, useRef, useState } from 'react';

import { useIsDark } from '#lib';

import type { CodeEditorProps } from './code-props.ts';
import { insertCall } from './insert-call.ts';
import { markFindings } from './monaco-findings.ts';
import { jsonProblem } from './monaco-json.ts';
import { setTools } from './monaco-jsonata.ts';
import { applyTheme, monaco } from './monaco-setup.ts';

const NONE: Problem[] = [];

type Editor = monaco.editor.IStandaloneCodeEditor;

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  minimap: { enabled: false },
  fontFamily: "'JetBrains Mono Variable', monospace",
  fontSize: 12,
  lineHeight: 18,
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 6,
  folding: false,
  scrollBeyondLastLine: false,
  automaticLayout: true,
  padding: { top: 6, bottom: 6 },
  overviewRulerLanes: 0,
  renderLineHighlight: 'none',
  wordWrap: 'on',
  tabSize: 2,
  fixedOverflowWidgets: true,
  scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10 },
  // Tab leaves the editor, so that the keyboard is never caught in it.
  tabFocusMode: true,
};

/** The code editor itself; drawn by CodeEditor when it is loaded. */
export function MonacoEditor(props: CodeEditorProps) {
  const { label, value, language = 'jsonata', document, problems = NONE, height = 180 } = props;
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const editor = useEditor(box, props);
  const dark = useIsDark();
  useEffect(() => applyTheme(dark), [dark]);
  const { explain, onRenameStep, documentType } = props;
  useEffect(() => {
    const model = editor?.getModel();
    if (model) setTools(model, { document, documentType, explain, onRenameStep });
  }, [editor, document, documentType, explain, onRenameStep]);
  useEffect(() => {
    const model = editor?.getModel();
    if (!model) return;
    const marks = marksOf(model, [...ownProblems(language, value), ...problems]);
    monaco.editor.setModelMarkers(model, 'patchbay', marks);
  }, [editor, value, language, problems]);
  const { findings, onReady } = props;
  useEffect(() => {
    const model = editor?.getModel();
    if (model) markFindings(model, findings ?? []);
  }, [editor, findings]);
  useEffect(() => {
    if (!editor || !onReady) return undefined;
    onReady((name) => insertCall(editor, name));
    return () => onReady(undefined);
  }, [editor, onReady]);
  return (
    <div
      ref={setBox}
      role="group"
      aria-label={label}
      style={{ height }}
      className="overflow-hidden rounded-md border border-control focus-within:border-accent"
    />
  );
}

function useEditor(box: HTMLElement | null, props: CodeEditorProps): Editor | undefined {
  const [editor, setEditor] = useState<Editor>();
  const latest = useRef(props);
  const echoes = useRef(new Set<string>());
  useEffect(() => {
    latest.current = props;
  });
  const { language = 'jsonata', readOnly, value } = props;
  useEffect(() => {
    if (editor) takeValue(editor, value, echoes.current);
  }, [editor, value]);
  useEffect(() => {
    if (!box) return undefined;
    const { value: text, label } = latest.current;
    echoes.current.clear();
    const made = monaco.editor.create(box, {
      ...OPTIONS,
      value: text,
      language,
      readOnly,
      ariaLabel: label,
      theme: 'patchbay',
    });
    made.onDidChangeModelContent(() => {
      const typed = made.getValue();
      echoes.current.add(typed);
      if (typed !== latest.current.value) latest.current.onChange(typed);
    });
    setEditor(made);
    return () => {
      made.getModel()?.dispose();
      made.dispose();
      setEditor(undefined);
    };
  }, [box, language, readOnly]);
  return editor;
}

/**
 * A value from outside becomes the text. One that we handed out ourselves and that comes back while
 * the person types on is older than the text, so it changes nothing.
 */
function takeValue(editor: Editor, value: string, echoes: Set<string>): void {
  const text = editor.getValue();
  if (text === value) echoes.clear();
  else if (!echoes.has(value)) editor.setValue(value);
}

/** What the language's parser finds. */
function ownProblems(language: string, text: string): Problem[] {
  const parsed = language === 'jsonata' ? parseTree(text) : undefined;
  const found =
    parsed && !parsed.ok ? parsed.problem : language === 'json' ? jsonProblem(text) : undefined;
  return found ? [found] : NONE;
}

/** Problems of the parser and of whoever checked the flow, at their places. */
function marksOf(
  model: monaco.editor.ITextModel,
  problems: Problem[],
): monaco.editor.IMarkerData[] {
  return problems.map(({ message, hint, at }) => {
    const start = model.getPositionAt(at?.offset ?? 0);
    const word = model.getWordAtPosition(start);
    return {
      severity: monaco.MarkerSeverity.Error,
      message: `${message} ${hint}`,
      startLineNumber: start.lineNumber,
      startColumn: word?.startColumn ?? start.column,
      endLineNumber: start.lineNumber,
      endColumn: word?.endColumn ?? start.column + 1,
    };
  });
}
