import { formatText, referencesOf, type StepPlace } from '@patchbay/shared/mapping';
import type * as Monaco from 'monaco-editor/editor';

import type { CodeEditorProps } from './code-props.ts';
import { callBefore } from './complete-call.ts';
import { completeAt, type Completion } from './complete-path.ts';
import { callOf, functionNamed, wordsOn } from './function-words.ts';

type Api = typeof Monaco;
type Model = Monaco.editor.ITextModel;

/** What is known around a text: sample data, words on its parts, how its steps are renamed. */
export type ModelTools = Pick<
  CodeEditorProps,
  'document' | 'documentType' | 'explain' | 'onRenameStep'
>;

const tools = new WeakMap<Model, ModelTools>();

export function setTools(model: Model, known: ModelTools): void {
  tools.set(model, known);
}

const LANGUAGE: Monaco.languages.IMonarchLanguage = {
  defaultToken: '',
  keywords: ['and', 'or', 'in', 'true', 'false', 'null', 'function'],
  tokenizer: {
    root: [
      [/\/\*/, 'comment', '@comment'],
      [/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')(?=\s*:)/, 'key'],
      [/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/, 'string'],
      [/["'].*$/, 'string'],
      [/`[^`]*`/, 'key'],
      [/[([,:=]\s*\/(?:[^/\\\n]|\\.)+\/[im]*/, 'regexp'],
      [/\$\w+(?=\s*\()/, 'function'],
      [/\$\$?\w*/, 'variable'],
      [/λ/, 'keyword'],
      [/[A-Za-z_]\w*/, { cases: { '@keywords': 'keyword', '@default': '' } }],
      [/\d+(\.\d+)?([eE][-+]?\d+)?/, 'number'],
      [/[{}()[\]]/, '@brackets'],
      [/[-+*/%&|=<>!~^.:;,?@#]+/, 'delimiter'],
    ],
    comment: [
      [/\*\//, 'comment', '@pop'],
      [/./, 'comment'],
    ],
  },
};

/** Teaches the editor JSONata: colours, brackets, completion from the sample, words on functions. */
export function registerJsonata(api: Api): void {
  api.languages.register({ id: 'jsonata' });
  api.languages.setMonarchTokensProvider('jsonata', LANGUAGE);
  api.languages.setLanguageConfiguration('jsonata', {
    comments: { blockComment: ['/*', '*/'] },
    brackets: [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
    ],
    autoClosingPairs: ['{}', '[]', '()', '""', "''", '``'].map(([open = '', close = '']) => ({
      open,
      close,
    })),
    wordPattern: /\$?\w+/,
  });
  api.languages.registerCompletionItemProvider('jsonata', {
    triggerCharacters: ['.', '$', '`'],
    provideCompletionItems: (model, position) => ({ suggestions: suggest(api, model, position) }),
  });
  api.languages.registerSignatureHelpProvider('jsonata', {
    signatureHelpTriggerCharacters: ['(', ','],
    signatureHelpRetriggerCharacters: [')'],
    provideSignatureHelp: (model, position) => signatureAt(model, position),
  });
  api.languages.registerHoverProvider('jsonata', { provideHover: explainFunction });
  api.languages.registerHoverProvider('jsonata', {
    provideHover: (model, position) => explain(api, model, position),
  });
  api.languages.registerDocumentFormattingEditProvider('jsonata', {
    provideDocumentFormattingEdits: (model) => [
      { range: model.getFullModelRange(), text: formatText(model.getValue()) },
    ],
  });
  api.languages.registerRenameProvider('jsonata', {
    resolveRenameLocation: (model, position) => {
      const place = stepAt(model, position);
      if (!place) throw new Error('Point at the name of a step: the one behind "steps.".');
      return { range: rangeOf(api, model, place), text: place.key };
    },
    provideRenameEdits: (model, position, next) => {
      const place = stepAt(model, position);
      const wrong = place && tools.get(model)?.onRenameStep?.(place.key, next);
      // Every expression of the flow is rewritten by whoever owns them; this text comes back with it.
      return { edits: [], rejectReason: wrong };
    },
  });
}

function stepAt(model: Model, position: Monaco.Position): StepPlace | undefined {
  if (!tools.get(model)?.onRenameStep) return undefined;
  const offset = model.getOffsetAt(position);
  return referencesOf(model.getValue()).places.find(
    ({ start, end }) => start <= offset && offset <= end,
  );
}

function rangeOf(api: Api, model: Model, { start, end }: { start: number; end: number }) {
  return api.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
}

function explain(
  api: Api,
  model: Model,
  position: Monaco.Position,
): Monaco.languages.Hover | undefined {
  const found = tools.get(model)?.explain?.(model.getOffsetAt(position));
  if (!found) return undefined;
  return {
    range: rangeOf(api, model, found),
    contents: found.lines.map((value) => ({ value })),
  };
}

function suggest(
  api: Api,
  model: Model,
  position: Monaco.Position,
): Monaco.languages.CompletionItem[] {
  const before = model.getValue().slice(0, model.getOffsetAt(position));
  const known = tools.get(model);
  const seen = { value: known?.document, type: known?.documentType };
  const { from, items } = completeAt(before, seen);
  const range = api.Range.fromPositions(model.getPositionAt(from), position);
  const kinds = api.languages.CompletionItemKind;
  return items.map((item) => ({
    label: item.label,
    insertText: item.insert,
    filterText: item.insert,
    detail: item.detail,
    documentation: documentationOf(item),
    range,
    kind: item.kind === 'function' ? kinds.Function : kinds.Field,
    command: item.kind === 'function' ? PARAMETERS : undefined,
  }));
}

/** What goes on when a function was taken: its arguments are named. */
const PARAMETERS = { id: 'editor.action.triggerParameterHints', title: 'Arguments' };

function documentationOf({ kind, insert }: Completion): Monaco.IMarkdownString | undefined {
  const found = kind === 'function' ? functionNamed(insert.slice(0, -1)) : undefined;
  return found && { value: wordsOn(found).join('\n\n') };
}

function signatureAt(
  model: Model,
  position: Monaco.Position,
): Monaco.languages.SignatureHelpResult | undefined {
  const call = callBefore(model.getValue().slice(0, model.getOffsetAt(position)));
  const found = call && functionNamed(call.name);
  if (!found) return undefined;
  const parameters = found.args === '' ? [] : found.args.split(', ').map((label) => ({ label }));
  const documentation = { value: wordsOn(found).join('\n\n') };
  const signature = { label: callOf(found), documentation, parameters };
  return {
    value: { signatures: [signature], activeSignature: 0, activeParameter: call.argument },
    dispose: () => undefined,
  };
}

function explainFunction(
  model: Model,
  position: Monaco.Position,
): Monaco.languages.Hover | undefined {
  const word = model.getWordAtPosition(position)?.word;
  const found = word?.startsWith('$') ? functionNamed(word) : undefined;
  if (!found) return undefined;
  return { contents: [`\`${callOf(found)}\``, ...wordsOn(found)].map((value) => ({ value })) };
}
