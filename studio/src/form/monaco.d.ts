// Without types of their own; each is imported for what it registers.
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController';
declare module 'monaco-editor/editor/editor.worker';
