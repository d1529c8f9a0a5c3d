import * as monaco from 'monaco-editor/editor';
// The suggest feature of this version registers no controller, so no list would ever open.
import * as controller from 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import * as brackets from 'monaco-editor/features/bracketMatching/register';
import * as clipboard from 'monaco-editor/features/clipboard/register';
import * as code from 'monaco-editor/features/codeEditor/register';
import * as comment from 'monaco-editor/features/comment/register';
import * as find from 'monaco-editor/features/find/register';
import * as folding from 'monaco-editor/features/folding/register';
import * as format from 'monaco-editor/features/format/register';
import * as marks from 'monaco-editor/features/gotoError/register';
import * as hover from 'monaco-editor/features/hover/register';
import * as snippet from 'monaco-editor/features/snippet/register';
import * as suggest from 'monaco-editor/features/suggest/register';
import * as words from 'monaco-editor/features/wordOperations/register';
import * as html from 'monaco-editor/languages/definitions/html/register';
import * as javascript from 'monaco-editor/languages/definitions/javascript/register';
import * as markdown from 'monaco-editor/languages/definitions/markdown/register';
import * as sql from 'monaco-editor/languages/definitions/sql/register';
import * as xml from 'monaco-editor/languages/definitions/xml/register';
import * as json from 'monaco-editor/languages/features/json/register';

import { tokenColor } from '#lib';

import { registerJsonata } from './monaco-jsonata.ts';

/** Named so that the imports above are uses: each registers itself when loaded. */
export const PARTS = [
  controller,
  brackets,
  clipboard,
  code,
  comment,
  find,
  folding,
  format,
  marks,
].concat(hover, snippet, suggest, words, html, javascript, markdown, sql, xml, json);

self.MonacoEnvironment = {
  getWorker: (_: string, label: string) => (label === 'json' ? jsonWorker() : codeWorker()),
};

function codeWorker(): Worker {
  return new Worker(new URL('./code.worker.ts', import.meta.url), { type: 'module' });
}

function jsonWorker(): Worker {
  return new Worker(new URL('./json.worker.ts', import.meta.url), { type: 'module' });
}

registerJsonata(monaco);

/** The editor's colours, from our tokens as they are now. */
export function applyTheme(dark: boolean): void {
  const rule = (token: string, name: string) => ({ token, foreground: hex(name).slice(1) });
  monaco.editor.defineTheme('patchbay', {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'ink'),
      rule('comment', 'ink-3'),
      rule('string', 'ok'),
      rule('regexp', 'wait'),
      rule('number', 'run'),
      rule('keyword', 'accent'),
      rule('function', 'accent'),
      rule('variable', 'wait'),
      rule('key', 'ink'),
      rule('delimiter', 'ink-2'),
    ],
    colors: {
      'editor.background': hex('panel'),
      'editor.foreground': hex('ink'),
      'editorLineNumber.foreground': hex('ink-3'),
      'editorSuggestWidget.background': hex('raised'),
      'editorSuggestWidget.border': hex('line'),
      'editorSuggestWidget.foreground': hex('ink'),
      'editorSuggestWidget.selectedForeground': hex('ink'),
      'editorSuggestWidget.highlightForeground': hex('accent'),
      'editorSuggestWidget.focusHighlightForeground': hex('accent'),
      'editorSuggestWidget.selectedBackground': hex('hover'),
      'list.focusHighlightForeground': hex('accent'),
      'editorWidget.background': hex('raised'),
      'editor.lineHighlightBorder': hex('panel'),
      focusBorder: hex('accent'),
    },
  });
  monaco.editor.setTheme('patchbay');
}

function hex(token: string): string {
  const parts = tokenColor(token)
    .match(/[\d.]+/g)
    ?.slice(0, 3) ?? ['0', '0', '0'];
  return `#${parts.map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')}`;
}

export { monaco };
