import type * as Monaco from 'monaco-editor/editor';

/** Writes `$name()` at the caret, around what is selected, and goes on typing inside it. */
export function insertCall(editor: Monaco.editor.IStandaloneCodeEditor, name: string): void {
  const [model, selection] = [editor.getModel(), editor.getSelection()];
  if (!model || !selection) return;
  const text = `$${name}(${model.getValueInRange(selection)}`;
  const end = model.getOffsetAt(selection.getStartPosition()) + text.length;
  editor.pushUndoStop();
  editor.executeEdits('functions', [{ range: selection, text: `${text})` }]);
  editor.pushUndoStop();
  editor.setPosition(model.getPositionAt(end));
  editor.focus();
  editor.trigger('functions', 'editor.action.triggerParameterHints', {});
}
