import type * as Monaco from 'monaco-editor/editor';

import { completeAt } from './complete-path.ts';
import { FUNCTIONS } from './jsonata-functions.ts';

type Api = typeof Monaco;
type Model = Monaco.editor.ITextModel;

const samples = new WeakMap<Model, unknown>();

/** The sample data whose fields are offered in this model. */
export function setSample(model: Model, document: unknown): void {
  samples.set(model, document);
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
  api.languages.registerHoverProvider('jsonata', { provideHover: explainFunction });
}

function suggest(
  api: Api,
  model: Model,
  position: Monaco.Position,
): Monaco.languages.CompletionItem[] {
  const before = model.getValue().slice(0, model.getOffsetAt(position));
  const { from, items } = completeAt(before, samples.get(model));
  const range = api.Range.fromPositions(model.getPositionAt(from), position);
  const kinds = api.languages.CompletionItemKind;
  return items.map((item) => ({
    label: item.label,
    insertText: item.insert,
    filterText: item.insert,
    detail: item.detail,
    range,
    kind: item.kind === 'function' ? kinds.Function : kinds.Field,
  }));
}

function explainFunction(
  model: Model,
  position: Monaco.Position,
): Monaco.languages.Hover | undefined {
  const word = model.getWordAtPosition(position)?.word.replace('$', '');
  const found = FUNCTIONS.find(({ name }) => name === word);
  if (!found) return undefined;
  return { contents: [{ value: `\`$${found.name}(${found.args})\`` }, { value: found.about }] };
}
