import { parseJson, type Problem } from '@patchbay/shared/base';
import type * as Monaco from 'monaco-editor/editor';

type Api = typeof Monaco;

const LANGUAGE: Monaco.languages.IMonarchLanguage = {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'key'],
      [/"(?:[^"\\]|\\.)*"?/, 'string'],
      [/-?\d+(\.\d+)?([eE][-+]?\d+)?/, 'number'],
      [/\b(true|false|null)\b/, 'keyword'],
      [/[{}[\]]/, '@brackets'],
      [/[,:]/, 'delimiter'],
    ],
  },
};

/**
 * Teaches the editor JSON. Its own JSON support brings all its contributions along after the first
 * editor was made, too late for the services they need.
 */
export function registerJson(api: Api): void {
  api.languages.register({ id: 'json' });
  api.languages.setMonarchTokensProvider('json', LANGUAGE);
  api.languages.setLanguageConfiguration('json', {
    brackets: [
      ['{', '}'],
      ['[', ']'],
    ],
    autoClosingPairs: ['{}', '[]', '""'].map(([open = '', close = '']) => ({ open, close })),
  });
}

/** What is wrong with a JSON text, and where as far as the parser says. */
export function jsonProblem(text: string): Problem | undefined {
  const parsed = parseJson(text);
  if (parsed.ok) return undefined;
  const place = /position (\d+)/.exec(parsed.problem.message)?.[1];
  return { ...parsed.problem, at: { offset: place ? Number(place) : text.trimEnd().length } };
}
