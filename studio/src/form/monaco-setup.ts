import * as monaco from 'monaco-editor/editor';

import { tokenColor } from '#lib';

import { registerJson } from './monaco-json.ts';
import { registerJsonata } from './monaco-jsonata.ts';

self.MonacoEnvironment = {
  getWorker: () => new Worker(new URL('./code.worker.ts', import.meta.url), { type: 'module' }),
};

registerJsonata(monaco);
registerJson(monaco);

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
      // Its own colours of brackets are too pale to read on white.
      'editorBracketHighlight.foreground1': hex('ink-2'),
      'editorBracketHighlight.foreground2': hex('accent'),
      'editorBracketHighlight.foreground3': hex('run'),
      'editorBracketHighlight.unexpectedBracket.foreground': hex('fail'),
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
