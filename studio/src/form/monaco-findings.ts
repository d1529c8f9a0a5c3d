import type { Finding } from '@patchbay/shared/mapping';

import { monaco } from './monaco-setup.ts';

/** Underlines what was found. The marks move with the text until it is looked at anew. */
export function markFindings(model: monaco.editor.ITextModel, findings: readonly Finding[]): void {
  const { Error: wrong, Warning: doubtful } = monaco.MarkerSeverity;
  const marks = findings.map(({ severity, problem: { message, hint }, start, end }) => {
    const from = model.getPositionAt(start);
    const to = model.getPositionAt(Math.max(end, start + 1));
    return {
      severity: severity === 'error' ? wrong : doubtful,
      message: `${message} ${hint}`,
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    };
  });
  monaco.editor.setModelMarkers(model, 'findings', marks);
}
